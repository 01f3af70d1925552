// @ts-check
/** Lint rules of our own: no code asks which of two languages is shown, so that a third one is a file and its line. */

/**
 * A rule that reports each piece of syntax that a selector (esquery) matches.
 * @param {Record<string, string>} messages by selector
 */
const forbids = (messages) => ({
  create: (/** @type {{ report: (fault: { node: object, message: string }) => void }} */ context) =>
    Object.fromEntries(
      Object.entries(messages).map(([selector, message]) => [
        selector,
        (/** @type {object} */ node) => context.report({ node, message }),
      ]),
    ),
});

export default {
  meta: { name: 'languages' },
  rules: {
    'may-lack': forbids({
      "MemberExpression[computed=true][property.name='locale']:not([object.name='languages'])":
        'A language may lack the text: said(words, locale) of i18n/localized, or name(words).',
    }),
    'not-compared': forbids({
      "BinaryExpression[left.name='locale'][right.type='Literal']":
        'What differs between languages stands in i18n: a sentence, or a field of languages.ts.',
    }),
    'own-colon': forbids({
      'TemplateElement[value.raw=/^: $/]':
        'Chinese has a colon of its own: put names together with named() of panels/shared/punctuation.',
    }),
  },
};
