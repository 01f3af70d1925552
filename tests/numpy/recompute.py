"""Repeats a traced run in NumPy float64 and compares: losses and accuracies of every epoch, and the final weights.

    npm run --silent headless -- public/examples/xor-relu.json --epochs 5 --trace > trace.json
    python3 tests/numpy/recompute.py trace.json

Written from the definitions (Keras 3), not from the TypeScript: gradients are derived by hand
here, while the devices have their own ways to get them. Only the trace's initial weights and the order of its batches are
taken over. Of each trace it is given, prints the largest relative error, |a - b| / max(|b|, 0.01), and exits with 1 where one is above 1e-4. The floor of
0.01 is there because a weight or loss near 0 is a difference of float32 numbers near 1, each known to about 1e-7; an
error of 1e-6 is then all that can be asked. Keep the number of epochs small: rounding grows exponentially where
training is unstable.
"""

import json
import math
import sys
from pathlib import Path

import numpy as np

TOLERANCE = 1e-4
FLOOR = 1e-2
PROBABILITY_FLOOR = 1e-7


def sigmoid(z):
    with np.errstate(over="ignore"):
        return 1 / (1 + np.exp(-z))


def softplus(z):
    return np.logaddexp(0, z)


def softmax(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def log_sum_exp(z):
    top = z.max(axis=1, keepdims=True)
    return top + np.log(np.exp(z - top).sum(axis=1, keepdims=True))


def gelu_parts(z):
    inner = math.sqrt(2 / math.pi) * (z + 0.044715 * z**3)
    slope = math.sqrt(2 / math.pi) * (1 + 3 * 0.044715 * z**2)
    return np.tanh(inner), slope


def gelu_slope(z):
    t, slope = gelu_parts(z)
    return 0.5 * (1 + t) + 0.5 * z * (1 - t**2) * slope


def mish_slope(z):
    t = np.tanh(softplus(z))
    return t + z * (1 - t**2) * sigmoid(z)


# name: (g, dg/dz), both of the logit
ACTIVATIONS = {
    "linear": (lambda z: z, np.ones_like),
    "sigmoid": (sigmoid, lambda z: sigmoid(z) * (1 - sigmoid(z))),
    "tanh": (np.tanh, lambda z: 1 - np.tanh(z) ** 2),
    "relu": (lambda z: np.where(z > 0, z, 0.0), lambda z: np.where(z > 0, 1.0, 0.0)),
    "leakyRelu": (lambda z: np.where(z > 0, z, 0.2 * z), lambda z: np.where(z > 0, 1.0, 0.2)),
    "elu": (
        lambda z: np.where(z > 0, z, np.expm1(np.minimum(z, 0))),
        lambda z: np.where(z > 0, 1.0, np.exp(np.minimum(z, 0))),
    ),
    "swish": (lambda z: z * sigmoid(z), lambda z: sigmoid(z) * (1 + z * (1 - sigmoid(z)))),
    "softplus": (softplus, sigmoid),
    "mish": (lambda z: z * np.tanh(softplus(z)), mish_slope),
    "sine": (np.sin, np.cos),
    "gelu": (lambda z: 0.5 * z * (1 + gelu_parts(z)[0]), gelu_slope),
}


def activate(name, z):
    return softmax(z) if name == "softmax" else ACTIVATIONS[name][0](z)


def through_activation(name, z, by_output):
    """dL/dz from dL/da. [point][unit]"""
    if name == "softmax":
        a = softmax(z)
        return a * (by_output - (by_output * a).sum(axis=1, keepdims=True))
    return by_output * ACTIVATIONS[name][1](z)


def clipped(a):
    """A probability kept off 0 and 1, and where the clipping lets the gradient through."""
    inside = (a >= PROBABILITY_FLOOR) & (a <= 1 - PROBABILITY_FLOOR)
    return np.clip(a, PROBABILITY_FLOOR, 1 - PROBABILITY_FLOOR), inside


def squared_error(name, z, y):
    a = activate(name, z)
    return 0.5 * (a - y) ** 2, through_activation(name, z, a - y)


def huber(name, z, y, delta):
    error = activate(name, z) - y
    far = np.abs(error) > delta
    values = np.where(far, delta * (np.abs(error) - delta / 2), error**2 / 2)
    return values, through_activation(name, z, np.clip(error, -delta, delta))


def binary_crossentropy(name, z, y):
    if name == "sigmoid":
        return y * softplus(-z) + (1 - y) * softplus(z), sigmoid(z) - y
    if name == "softmax":
        return binary_crossentropy_of_softmax(z, y)
    p, inside = clipped(activate(name, z))
    values = -y * np.log(p) - (1 - y) * np.log(1 - p)
    return values, through_activation(name, z, inside * ((1 - y) / (1 - p) - y / p))


def binary_crossentropy_of_softmax(z, y):
    whole, a = log_sum_exp(z), softmax(z)
    values = y * (whole - z)
    gradient = z.shape[1] * a - y
    for j in range(z.shape[1]):
        others = np.delete(z, j, axis=1)
        values[:, [j]] += (1 - y[:, [j]]) * (whole - log_sum_exp(others))
        gradient -= (1 - y[:, [j]]) * np.insert(softmax(others), j, 0, axis=1)
    return values, gradient


def categorical_crossentropy(name, z, y):
    if z.shape[1] == 1:
        return binary_crossentropy(name, z, y)
    if name == "softmax":
        return y * (log_sum_exp(z) - z), softmax(z) - y
    if name == "sigmoid":
        return y * softplus(-z), -y * sigmoid(-z)
    p, inside = clipped(activate(name, z))
    return -y * np.log(p), through_activation(name, z, -(inside * y / p))


# name: logits and targets [point][unit] -> the loss and dL/dz of each output unit
LOSSES = {
    "squaredError": squared_error,
    "huber": huber,
    "binaryCrossentropy": binary_crossentropy,
    "categoricalCrossentropy": categorical_crossentropy,
}


class Optimizer:
    """The update rules of Keras 3 over a list of arrays, with their state."""

    def __init__(self, name, options, parameters):
        self.name, self.options, self.updates = name, options, 0
        start = 0.1 if name == "adagrad" else 0.0
        self.first = [np.full_like(p, start) for p in parameters]
        self.second = [np.zeros_like(p) for p in parameters]

    def apply(self, parameters, gradients, rate):
        self.updates += 1
        for k, gradient in enumerate(gradients):
            parameters[k] = getattr(self, self.name)(k, parameters[k], gradient, rate)

    def sgd(self, _, w, g, rate):
        return w - rate * g

    def momentum(self, k, w, g, rate):
        self.first[k] = self.options["momentum"] * self.first[k] - rate * g
        return w + self.first[k]

    def nesterov(self, k, w, g, rate):
        self.first[k] = self.options["momentum"] * self.first[k] - rate * g
        return w + self.options["momentum"] * self.first[k] - rate * g

    def adagrad(self, k, w, g, rate):
        self.first[k] = self.first[k] + g**2
        return w - rate * g / np.sqrt(self.first[k] + self.options["epsilon"])

    def rmsprop(self, k, w, g, rate):
        rho = self.options["rho"]
        self.first[k] = rho * self.first[k] + (1 - rho) * g**2
        return w - rate * g / np.sqrt(self.first[k] + self.options["epsilon"])

    def adam(self, k, w, g, rate):
        b1, b2 = self.options["beta1"], self.options["beta2"]
        self.first[k] = b1 * self.first[k] + (1 - b1) * g
        self.second[k] = b2 * self.second[k] + (1 - b2) * g**2
        alpha = rate * math.sqrt(1 - b2**self.updates) / (1 - b1**self.updates)
        return w - alpha * self.first[k] / (np.sqrt(self.second[k]) + self.options["epsilon"])

    def adamw(self, k, w, g, rate):
        return self.adam(k, w - rate * self.options["weightDecay"] * w, g, rate)

    def adamax(self, k, w, g, rate):
        b1, b2 = self.options["beta1"], self.options["beta2"]
        self.first[k] = b1 * self.first[k] + (1 - b1) * g
        self.second[k] = np.maximum(b2 * self.second[k], np.abs(g))
        return w - rate / (1 - b1**self.updates) * self.first[k] / (self.second[k] + self.options["epsilon"])


def rate_of(training, epoch):
    base, schedule = training["learningRate"], training["schedule"]
    options = schedule["options"]
    if schedule["id"] == "step":
        return base * options["factor"] ** (epoch // options["epochs"])
    if schedule["id"] == "exponential":
        return base * options["factor"] ** (epoch / options["epochs"])
    if schedule["id"] == "cosine":
        return base * 0.5 * (1 + math.cos(math.pi * min(1, epoch / options["epochs"])))
    return base


class Network:
    """Kernel [in][out] and bias [out] of every layer, in order, as float64 arrays."""

    def __init__(self, trace):
        self.activations = [layer["activation"] for layer in trace["layers"]]
        self.units = trace["layers"][-1]["units"]
        loss, options = LOSSES[trace["loss"]], trace["experiment"]["loss"].get("options", {})
        self.loss = lambda name, z, y: loss(name, z, y, **options)
        self.parameters = []
        for layer in trace["initialWeights"]:
            self.parameters += [np.array(layer["kernel"], float), np.array(layer["bias"], float)]

    def forward(self, x):
        """Logits of every layer, and the values that entered each. [point][unit]"""
        logits, entered = [], []
        for k, name in enumerate(self.activations):
            entered.append(x)
            logits.append(x @ self.parameters[2 * k] + self.parameters[2 * k + 1])
            x = activate(name, logits[-1])
        return logits, entered, x

    def gradients(self, x, y):
        """Of the mean loss of a batch, in the order of the parameters."""
        logits, entered, _ = self.forward(x)
        _, by_logit = self.loss(self.activations[-1], logits[-1], y)
        by_logit = by_logit / len(x)
        gradients = []
        for k in reversed(range(len(self.activations))):
            gradients = [entered[k].T @ by_logit, by_logit.sum(axis=0)] + gradients
            if k > 0:
                by_output = by_logit @ self.parameters[2 * k].T
                by_logit = through_activation(self.activations[k - 1], logits[k - 1], by_output)
        return gradients

    def mean_loss(self, x, y):
        values, _ = self.loss(self.activations[-1], self.forward(x)[0][-1], y)
        return float(values.sum() / len(x))

    def accuracy(self, x, labels):
        a = self.forward(x)[2]
        predicted = (a[:, 0] >= 0.5).astype(int) if self.units == 1 else a.argmax(axis=1)
        return float((predicted == labels).mean())


def penalize(gradients, parameters, loss):
    for k in range(0, len(gradients), 2):
        kernel = parameters[k]
        gradients[k] = gradients[k] + loss["l1"] * np.sign(kernel) + 2 * loss["l2"] * kernel


def frozen_masks(frozen, parameters):
    """True for what training leaves as it is, in the shapes of the parameters."""
    flat = np.isin(np.arange(sum(p.size for p in parameters)), frozen["parameters"])
    parts = np.split(flat, np.cumsum([p.size for p in parameters])[:-1])
    whole = [k // 2 in frozen["layers"] for k in range(len(parameters))]
    return [part.reshape(p.shape) | all_of_it for part, p, all_of_it in zip(parts, parameters, whole)]


def clip(gradients, limit):
    norm = math.sqrt(sum(float((g**2).sum()) for g in gradients))
    return gradients if limit is None or norm <= limit else [g * (limit / norm) for g in gradients]


def targets_of(part, trace, units):
    labels = np.array(part["y"], float)
    if trace["experiment"]["data"]["task"] == "regression" or units == 1:
        return labels.reshape(-1, 1)
    return np.eye(units)[labels.astype(int)]


def train_epoch(network, optimizer, x, y, order, rate, experiment):
    training = experiment["training"]
    frozen = frozen_masks(training["frozen"], network.parameters)
    size = len(order) if training["batchSize"] == "all" else training["batchSize"]
    for start in range(0, len(order), size):
        batch = order[start : start + size]
        gradients = network.gradients(x[batch], y[batch])
        penalize(gradients, network.parameters, experiment["loss"])
        free = [np.where(mask, 0, g) for mask, g in zip(frozen, gradients)]
        before = list(network.parameters)
        optimizer.apply(network.parameters, clip(free, training["clipNorm"]), rate)
        network.parameters = [np.where(*each) for each in zip(frozen, before, network.parameters)]


def inputs_of(part, width):
    return np.array(part["x"], float).reshape(-1, width)


def figures(network, x, y, labels, classify):
    """Loss and accuracy; None where there are no points, and no accuracy for regression."""
    if len(x) == 0:
        return None, None
    return network.mean_loss(x, y), network.accuracy(x, labels) if classify else None


def recompute(trace):
    """Yields (where, the trace's number, our number)."""
    experiment, network = trace["experiment"], Network(trace)
    training = experiment["training"]
    optimizer = Optimizer(training["optimizer"]["id"], training["optimizer"]["options"], network.parameters)
    classify = experiment["data"]["task"] == "classification"
    width = network.parameters[0].shape[0]
    parts = {
        name: (
            inputs_of(trace[name], width),
            targets_of(trace[name], trace, network.units),
            np.array(trace[name]["y"], float),
        )
        for name in ("train", "test")
    }
    x, y, _ = parts["train"]
    for epoch, (order, row) in enumerate(zip(trace["batches"], trace["history"], strict=True)):
        assert sorted(order) == list(range(len(x))), f"epoch {epoch + 1} does not visit every point once"
        assert row["epoch"] == epoch + 1, f"row {epoch + 1} of the history is of epoch {row['epoch']}"
        train_epoch(network, optimizer, x, y, np.array(order), rate_of(training, epoch), experiment)
        for name, part in parts.items():
            loss, accuracy = figures(network, *part, classify)
            yield f"epoch {epoch + 1} {name}Loss", row[f"{name}Loss"], loss
            yield f"epoch {epoch + 1} {name}Accuracy", row[f"{name}Accuracy"], accuracy
    for k, layer in enumerate(trace["finalWeights"]):
        for offset, name in enumerate(("kernel", "bias")):
            ours = network.parameters[2 * k + offset]
            theirs = np.array(layer[name], float)
            assert theirs.shape == ours.shape, f"layer {k} {name} has shape {theirs.shape}, not {ours.shape}"
            for a, b in zip(theirs.ravel(), ours.ravel()):
                yield f"layer {k} {name}", a, b


def error_of(theirs, ours):
    """Infinite where one of them is no number and the other is."""
    if theirs is None or ours is None:
        return 0.0 if theirs is ours else math.inf
    error = abs(theirs - ours) / max(abs(ours), FLOOR)
    return error if math.isfinite(error) else math.inf


def is_right(trace):
    """Whether all numbers of a trace are as near as they must be; prints the largest error."""
    worst, where, compared = 0.0, "nowhere", 0
    for place, theirs, ours in recompute(trace):
        compared += 1
        error = error_of(theirs, ours)
        if error > worst:
            worst, where = error, place
    epochs = len(trace["history"])
    print(f"largest relative error {worst:.2e} ({where}) of {compared} numbers after {epochs} epochs")
    return compared > 0 and worst <= TOLERANCE


def main():
    """Answers the exit code."""
    if len(sys.argv) == 1:
        traces = [json.load(sys.stdin)]
    else:
        traces = [json.loads(Path(path).read_text(encoding="utf8")) for path in sys.argv[1:]]
    wrong = sum(not is_right(trace) for trace in traces)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
