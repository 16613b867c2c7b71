/**
 * eslint-plugin-lit-a11y for oxlint. The plugin keeps notes on `sourceCode.parserServices`, which
 * oxlint freezes; each rule gets an object of its own there instead.
 */
// @ts-expect-error The plugin has no types.
import plugin from 'eslint-plugin-lit-a11y';

/** @typedef {{ sourceCode: object }} Context */
/** @typedef {{ create: (context: Context) => object }} Rule */

/** @type {Record<string, Rule>} */
const theirs = plugin.rules;
const rules = Object.entries(theirs).map(([name, rule]) => [name, withNotes(rule)]);

export default { ...plugin, rules: Object.fromEntries(rules) };

/** @param {Rule} rule @returns {Rule} */
function withNotes(rule) {
  return {
    ...rule,
    create(context) {
      const sourceCode = overlay(context.sourceCode, 'parserServices', {});
      return rule.create(overlay(context, 'sourceCode', sourceCode));
    },
  };
}

/**
 * The object with one property replaced. A plain `Object.create` would not do: accessors and
 * methods of a class insist on their own object as `this`.
 * @template {object} T
 * @param {T} target @param {string} name @param {unknown} replacement @returns {T}
 */
function overlay(target, name, replacement) {
  return /** @type {T} */ (
    new Proxy(
      {},
      {
        get(_, key) {
          if (key === name) return replacement;
          const value = Reflect.get(target, key, target);
          return typeof value === 'function' ? value.bind(target) : value;
        },
      },
    )
  );
}
