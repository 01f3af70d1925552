"""Golden numbers for the optimisers: the update rules of keras/src/optimizers/*.py (Keras 3), written out for one weight.

    python3 tests/numpy/optimizers.py > tests/numpy/optimizers.json && npx biome format --write tests/numpy

Plain Python floats are float64. The names of the variables are those of Keras' source.
"""

import json
import math

WEIGHT = 0.7
GRADIENTS = [0.5, -1.25, 0.03, 2.0, -0.4, 1e-3]
LEARNING_RATES = [0.1, 0.1, 0.1, 0.05, 0.05, 0.05]


def sgd(momentum=0.0, nesterov=False):
    m = 0.0

    def step(variable, gradient, learning_rate, _):
        nonlocal m
        if momentum == 0:
            return variable - gradient * learning_rate
        m = m * momentum - gradient * learning_rate
        return variable + (m * momentum - gradient * learning_rate if nesterov else m)

    return step


def adagrad(epsilon=1e-7, initial_accumulator_value=0.1):
    accumulator = initial_accumulator_value

    def step(variable, gradient, learning_rate, _):
        nonlocal accumulator
        accumulator += gradient * gradient
        return variable - learning_rate * gradient / math.sqrt(accumulator + epsilon)

    return step


def rmsprop(rho=0.9, epsilon=1e-7):
    velocity = 0.0

    def step(variable, gradient, learning_rate, _):
        nonlocal velocity
        velocity = rho * velocity + (1 - rho) * gradient * gradient
        return variable - learning_rate * gradient / math.sqrt(velocity + epsilon)

    return step


def adam(beta_1=0.9, beta_2=0.999, epsilon=1e-7, weight_decay=0.0):
    m = v = 0.0

    def step(variable, gradient, learning_rate, iteration):
        nonlocal m, v
        variable -= variable * weight_decay * learning_rate
        alpha = learning_rate * math.sqrt(1 - beta_2**iteration) / (1 - beta_1**iteration)
        m += (gradient - m) * (1 - beta_1)
        v += (gradient * gradient - v) * (1 - beta_2)
        return variable - m * alpha / (math.sqrt(v) + epsilon)

    return step


def adamax(beta_1=0.9, beta_2=0.999, epsilon=1e-7):
    m = u = 0.0

    def step(variable, gradient, learning_rate, iteration):
        nonlocal m, u
        m += (gradient - m) * (1 - beta_1)
        u = max(beta_2 * u, abs(gradient))
        return variable - learning_rate * m / ((1 - beta_1**iteration) * (u + epsilon))

    return step


# The id in src/engine/training/optimizers, its options in the document, and the rule with the same settings.
CASES = [
    ("sgd", {}, sgd()),
    ("momentum", {"momentum": 0.8}, sgd(momentum=0.8)),
    ("nesterov", {"momentum": 0.8}, sgd(momentum=0.8, nesterov=True)),
    ("adagrad", {"epsilon": 1e-7}, adagrad()),
    ("rmsprop", {"rho": 0.85, "epsilon": 1e-5}, rmsprop(rho=0.85, epsilon=1e-5)),
    ("adam", {"beta1": 0.9, "beta2": 0.999, "epsilon": 1e-7}, adam()),
    ("adam", {"beta1": 0.5, "beta2": 0.8, "epsilon": 1e-3}, adam(0.5, 0.8, 1e-3)),
    (
        "adamw",
        {"weightDecay": 0.3, "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-7},
        adam(weight_decay=0.3),
    ),
    ("adamax", {"beta1": 0.9, "beta2": 0.999, "epsilon": 1e-7}, adamax()),
    ("adamax", {"beta1": 0.5, "beta2": 0.8, "epsilon": 1e-3}, adamax(0.5, 0.8, 1e-3)),
]


def weights_of(step):
    weight, weights = WEIGHT, []
    for k, gradient in enumerate(GRADIENTS):
        weight = step(weight, gradient, LEARNING_RATES[k], k + 1)
        weights.append(weight)
    return weights


print(
    json.dumps(
        {
            "weight": WEIGHT,
            "gradients": GRADIENTS,
            "learningRates": LEARNING_RATES,
            "cases": [
                {"id": name, "options": options, "weights": weights_of(step)}
                for name, options, step in CASES
            ],
        },
        indent=2,
    )
)
