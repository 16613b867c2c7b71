/**
 * Writes the types that a shop's own code is checked against: of the page, of JSX in React, of
 * templates and JSX in Vue. Declarations are taken from the sources as they stand.
 */
import { readSources } from '../../test/helper/source.ts';
import { refusalStatus } from '../../shared/refusals.ts';
import { views } from '../../shared/views.ts';
import { declarationText, type ElementDoc } from './read.ts';

/** By file name. */
export function typesOf(elements: readonly ElementDoc[]): Record<string, string> {
  const met = elements.filter(({ isInternal }) => !isInternal);
  return {
    'fairground.d.ts': pageTypes(met),
    'react.d.ts': reactTypes(met),
    'vue.d.ts': vueTypes(met),
  };
}

function pageTypes(elements: readonly ElementDoc[]): string {
  const sources = readSources(['widget/*.ts', 'shared/schema/shopper-api.ts']);
  return `/** What Fairground adds to a page: elements, events, and \`window.fairground\`. */

${ids.map((id) => `type ${id} = string;`).join('\n')}
${declarationText(sources, 'PrizeKind')}
/** Why something was not done. */
export type RefusalCode =${union(Object.keys(refusalStatus))};
type View =${union(views)};
${['FairgroundEvents', 'FairgroundView', 'FairgroundEventName', 'FairgroundCalls']
  .map((name) => declarationText(sources, name))
  .join('\n')}

export type FairgroundEventMap = {
  [Name in keyof FairgroundEvents]: CustomEvent<FairgroundEvents[Name]>;
};
${elements.map(interfaceOf).join('')}
declare global {
  interface Window {
    /** There from the start where the page has the stub for calls before the script. */
    fairground: FairgroundCalls;
  }
  var fairground: FairgroundCalls;
  interface HTMLElementEventMap extends FairgroundEventMap {}
  interface DocumentEventMap extends FairgroundEventMap {}
  interface HTMLElementTagNameMap {
${elements.map(({ tagName }) => `    '${tagName}': ${typeName(tagName)};\n`).join('')}  }
}
`;
}

/** Names of one noun's ids: to a page they are strings. */
const ids = ['GameId', 'PlayId', 'PrizeId', 'VoucherId'];

function interfaceOf({ tagName, summary, fields }: ElementDoc): string {
  const lines = fields
    .filter(({ isProperty }) => isProperty)
    .map(({ name, type, description }) => `  /** ${description} */\n  ${name}: ${type};\n`);
  return `
/** ${summary} */
export interface ${typeName(tagName)} extends HTMLElement {
${lines.join('')}}
`;
}

function reactTypes(elements: readonly ElementDoc[]): string {
  return `/** Fairground's elements in JSX of React. React 19 listens to their events too. */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type * as Fairground from './fairground.js';

type Props<Type, Own, Event extends keyof Fairground.FairgroundEvents> = DetailedHTMLProps<
  HTMLAttributes<Type>,
  Type
> &
  Own & {
    [Name in Event as \`on\${Name}\`]?:
      | ((event: Fairground.FairgroundEventMap[Name]) => void)
      | undefined;
  };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
${elements.map((one) => entryOf(one, 'Props', 6)).join('')}    }
  }
}
`;
}

function vueTypes(elements: readonly ElementDoc[]): string {
  return `/** Fairground's elements in templates and JSX of Vue 3. */
import type { HTMLAttributes, ReservedProps } from 'vue';
import type * as Fairground from './fairground.js';

type Pascal<Name extends string> = Name extends \`\${infer First}-\${infer Rest}\`
  ? \`\${Capitalize<First>}\${Pascal<Rest>}\`
  : Capitalize<Name>;

/** \`@fairground-prize-won\` in a template, \`onFairgroundPrizeWon\` in JSX. */
type Props<Type, Own, Event extends keyof Fairground.FairgroundEvents> = HTMLAttributes &
  Own & {
    [Name in Event as \`on\${Pascal<Name>}\`]?:
      | ((event: Fairground.FairgroundEventMap[Name]) => void)
      | undefined;
  };

type Placed<Type, Own, Event extends keyof Fairground.FairgroundEvents> = new () => Type & {
  $props: Props<Type, Own, Event> & ReservedProps;
};

declare module 'vue' {
  interface IntrinsicElementAttributes {
${elements.map((one) => entryOf(one, 'Props', 4)).join('')}  }
  interface GlobalComponents {
${elements.map((one) => entryOf(one, 'Placed', 4)).join('')}  }
}
`;
}

function entryOf({ tagName, summary, fields, events }: ElementDoc, kind: string, indent: number) {
  const space = ' '.repeat(indent);
  const own = fields.map(({ name, type }) => `${name}?: ${type}`).join('; ');
  const names = events.map(({ name }) => `'${name}'`).join(' | ');
  return `${space}/** ${summary} */
${space}'${tagName}': ${kind}<
${space}  Fairground.${typeName(tagName)},
${space}  {${own && ` ${own} `}},
${space}  ${names || 'never'}
${space}>;
`;
}

/** \`FairgroundCheckInElement\` for \`fairground-check-in\`. */
function typeName(tagName: string): string {
  const words = tagName.split('-').map((word) => (word[0] ?? '').toUpperCase() + word.slice(1));
  return `${words.join('')}Element`;
}

function union(values: readonly string[]): string {
  return values.map((value) => `\n  | '${value}'`).join('');
}
