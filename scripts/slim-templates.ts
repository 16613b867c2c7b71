/**
 * Takes the white space out of `html`, `svg` and `css` templates that only we read. What a browser
 * would show stays: a space between words or between elements that stand in a line.
 */
import { parseSync, Visitor } from 'vite';

interface Part {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Elements that never stand in a line of text, so that no space shows beside them. */
const apart =
  'article|circle|clipPath|dd|details|dialog|div|dl|dt|ellipse|fieldset|form|g|h2|h3|h4|header|' +
  'legend|li|ol|option|p|path|rect|section|select|summary|table|tbody|td|th|thead|tr|ul';
/** And those that may stand in one, but begin lines of their own within. */
const blocks = `${apart}|button|svg`;

const beforeThem = new RegExp(` (?=<(?:${apart})\\b|</(?:${blocks})>)`, 'g');
const afterThem = new RegExp(
  `(<(?:${blocks})\\b[^<>]*[^/<>]>|<(?:${blocks})>|</(?:${apart})>) `,
  'g',
);
/** The end of a template ends what is open. */
const endTags = /(?:<\/[a-z]\w*>)+$/;
/** Stands for what is filled in; no template has it. */
const hole = '\u0000';

const slimmers: Readonly<Record<string, (text: string) => string>> = {
  css: slimCss,
  html: slimHtml,
  svg: slimHtml,
};

export function slimTemplates(code: string, file = 'code.ts'): string {
  let slim = code;
  for (const { start, end, text } of templateParts(code, file).toReversed()) {
    slim = slim.slice(0, start) + text + slim.slice(end);
  }
  return slim;
}

/** In the order of the code. */
function templateParts(code: string, file: string): Part[] {
  const parts: Part[] = [];
  const visitor = new Visitor({
    TaggedTemplateExpression({ tag, quasi }) {
      const slimmer = tag.type === 'Identifier' ? slimmers[tag.name] : undefined;
      if (!slimmer) return;
      const slim = slimmer(quasi.quasis.map(({ value }) => value.raw).join(hole)).split(hole);
      quasi.quasis.forEach(({ start: around, value: { raw } }, at) => {
        // The span of a part has its quotes and braces in TypeScript, and not in JavaScript.
        const start = code.indexOf(raw, around);
        parts.push({ start, end: start + raw.length, text: slim[at] ?? '' });
      });
    },
  });
  visitor.visit(parseSync(file, code).program);
  return parts.toSorted((one, other) => one.start - other.start);
}

function slimCss(text: string): string {
  return text
    .replaceAll(/\/\*.*?\*\//gs, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([{};,]) ?/g, '$1')
    .replaceAll(/ ([>~/]) /g, '$1')
    .replaceAll(/(?<=\(|@media) | (?=\))/g, '')
    .replaceAll(': ', ':')
    .replaceAll(/(?<![\w.-])0(?=\.\d)/g, '')
    .replaceAll(/=(['"])([a-z][\w-]*)\1\]/g, '=$2]')
    .replaceAll(';}', '}')
    .trim();
}

function slimHtml(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(' >', '>')
    .replaceAll('" />', '"/>')
    .replaceAll(beforeThem, '')
    .replaceAll(afterThem, '$1')
    .replace(endTags, '');
}
