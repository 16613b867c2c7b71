/** The Custom Elements Manifest (schema 2.1.0) of the elements that a page may meet. */
import type { Documented, ElementDoc } from './read.ts';

/** `loader`: the script that defines the elements, beside the manifest. */
export function manifestOf(elements: readonly ElementDoc[], loader: string): object {
  const met = elements.filter(({ isInternal }) => !isInternal);
  return {
    schemaVersion: '2.1.0',
    readme: '',
    modules: [
      {
        kind: 'javascript-module',
        path: loader,
        declarations: met.map(declarationOf),
        exports: met.map(({ tagName, className }) => ({
          kind: 'custom-element-definition',
          name: tagName,
          declaration: { name: className, module: loader },
        })),
      },
    ],
  };
}

function declarationOf(element: ElementDoc): object {
  const {
    className: name,
    tagName,
    summary,
    fields,
    slots,
    parts,
    cssProperties,
    events,
  } = element;
  return {
    kind: 'class',
    customElement: true,
    name,
    tagName,
    summary,
    description: summary,
    superclass: { name: 'HTMLElement' },
    attributes: fields.map(({ name: field, type, description, isProperty }) => ({
      name: field,
      ...(isProperty ? { fieldName: field } : {}),
      type: { text: type },
      description,
    })),
    members: fields
      .filter(({ isProperty }) => isProperty)
      .map(({ name: field, type, description }) => ({
        kind: 'field',
        name: field,
        attribute: field,
        privacy: 'public',
        type: { text: type },
        description,
      })),
    slots,
    cssParts: parts,
    cssProperties,
    events: events.map(eventOf),
  };
}

function eventOf({ name, description }: Documented): object {
  return { name, description, type: { text: `CustomEvent<FairgroundEvents['${name}']>` } };
}
