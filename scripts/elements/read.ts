/**
 * Reads from the widget's sources what its elements promise to a page: the doc comment and the
 * properties of every class that stands in the tag map, and the comment of what is drawn without a
 * class. Not by the analyzer of the Custom Elements Manifest: it brings a TypeScript of its own
 * (5.4, 32 MB), finds three of our elements, and takes inner state for attributes.
 */
import {
  isNode,
  readSources,
  visit,
  type Source,
  type SyntaxNode,
} from '../../test/helper/source.ts';

export interface Documented {
  readonly name: string;
  readonly description: string;
}

export interface Field extends Documented {
  /** As TypeScript writes it. */
  readonly type: string;
  /** Whether it is a property too, of the same name. */
  readonly isProperty: boolean;
}

export interface ElementDoc {
  readonly path: string;
  readonly className: string;
  readonly tagName: string;
  readonly summary: string;
  /** Made by other elements of ours, never by a page. */
  readonly isInternal: boolean;
  /** Attributes. */
  readonly fields: readonly Field[];
  readonly slots: readonly Documented[];
  readonly parts: readonly Documented[];
  readonly cssProperties: readonly Documented[];
  readonly events: readonly Documented[];
}

interface ClassSource {
  readonly source: Source;
  readonly node: SyntaxNode;
  readonly base: ClassSource | undefined;
}

interface Doc {
  readonly text: string;
  readonly tags: readonly { readonly tag: string; readonly text: string }[];
}

/** Every element of the widget, by tag name. */
export function readElements(sources = readSources(['widget/**/*.ts'])): ElementDoc[] {
  const classes = classesIn(sources);
  const theme = named(docOf(...declared(sources, 'theme')), 'cssproperty');
  const found = sources.flatMap((source) =>
    tagMapOf(source).map(({ tagName, className }) => {
      const one = classes.get(className);
      if (!one) throw new Error(`${source.path}: no class ${className} for <${tagName}>`);
      return readElement(one, tagName, theme);
    }),
  );
  found.push(...sources.flatMap(readDrawn));
  return found.sort((a, b) => (a.tagName < b.tagName ? -1 : 1));
}

/** The text of an exported declaration, with its comment. */
export function declarationText(sources: readonly Source[], name: string): string {
  const [source, node] = declared(sources, name);
  const comment = commentBefore(source, node);
  return source.text.slice(comment?.start ?? node.start, node.end);
}

function readElement(one: ClassSource, tagName: string, theme: readonly Documented[]): ElementDoc {
  const { source, node } = one;
  const doc = docOf(source, node);
  return {
    path: source.path,
    className: nameOf(node),
    tagName,
    summary: textOf(doc, 'summary'),
    isInternal: doc.tags.some(({ tag }) => tag === 'internal'),
    fields: fieldsOf(one),
    slots: named(doc, 'slot'),
    parts: named(doc, 'csspart'),
    cssProperties: [...named(doc, 'cssproperty'), ...theme],
    events: named(doc, 'event'),
  };
}

/** An element that has no class: the comment of the function that draws it says `@tagname`. */
function readDrawn(source: Source): ElementDoc[] {
  return source.body.flatMap((node) => {
    if (node.type !== 'FunctionDeclaration') return [];
    const doc = docOf(source, node);
    const tagName = textOf(doc, 'tagname');
    if (!tagName) return [];
    return {
      path: source.path,
      className: nameOf(node).replace('draw', ''),
      tagName,
      summary: textOf(doc, 'summary'),
      isInternal: false,
      fields: named(doc, 'attr').map((one) => ({ ...one, type: 'string', isProperty: false })),
      slots: named(doc, 'slot'),
      parts: named(doc, 'csspart'),
      cssProperties: named(doc, 'cssproperty'),
      events: named(doc, 'event'),
    };
  });
}

/** What Lit is told to watch, but for inner state and what only we hand over. */
function fieldsOf(one: ClassSource): Field[] {
  return watchedOf(one).flatMap((name) => {
    const [source, member] = memberOf(one, name);
    const doc = docOf(source, member);
    if (doc.tags.some(({ tag }) => tag === 'internal')) return [];
    return { name, type: typeOf(source, member), description: doc.text, isProperty: true };
  });
}

function watchedOf({ source, node, base }: ClassSource): string[] {
  const properties = membersOf(node).find((each) => keyOf(each) === 'properties')?.['value'];
  const inherited = base ? watchedOf(base) : [];
  if (!isNode(properties)) return inherited;
  const own = nodesIn(properties['properties']).flatMap((entry) => {
    const options = entry['value'];
    const text = isNode(options) ? source.text.slice(options.start, options.end) : '';
    return text.includes('state: true') ? [] : (keyOf(entry) ?? []);
  });
  return [...inherited, ...own];
}

function memberOf(one: ClassSource, name: string): [Source, SyntaxNode] {
  const member = membersOf(one.node).find((each) => keyOf(each) === name && !each['static']);
  if (member) return [one.source, member];
  if (!one.base) throw new Error(`${one.source.path}: no field ${name}`);
  return memberOf(one.base, name);
}

/** Of the annotation, else of the value that it starts with. */
function typeOf(source: Source, member: SyntaxNode): string {
  const annotation = member['typeAnnotation'];
  if (isNode(annotation)) {
    return source.text.slice(annotation.start, annotation.end).replace(/^:\s*/, '');
  }
  const { value } = member;
  return isNode(value) ? typeof value['value'] : 'unknown';
}

function classesIn(sources: readonly Source[]): Map<string, ClassSource> {
  const nodes = new Map<string, [Source, SyntaxNode]>();
  for (const source of sources) {
    visit(source.body, (node) => {
      if (node.type === 'ClassDeclaration') nodes.set(nameOf(node), [source, node]);
    });
  }
  const withBase = (name: string): ClassSource | undefined => {
    const [source, node] = nodes.get(name) ?? [];
    if (!source || !node) return undefined;
    const base = node['superClass'];
    return { source, node, base: isNode(base) ? withBase(String(base['name'])) : undefined };
  };
  return new Map([...nodes.keys()].flatMap((name) => [[name, withBase(name)!] as const]));
}

function tagMapOf({ body }: Source): { tagName: string; className: string }[] {
  const found: { tagName: string; className: string }[] = [];
  visit(body, (node) => {
    if (node.type !== 'TSInterfaceDeclaration' || nameOf(node) !== 'HTMLElementTagNameMap') return;
    const { body: inside } = node;
    for (const entry of isNode(inside) ? nodesIn(inside['body']) : []) {
      let className = '';
      visit([entry], (each) => {
        if (each.type === 'TSTypeReference') className = nameIn(each['typeName']);
      });
      found.push({ tagName: keyOf(entry) ?? '', className });
    }
  });
  return found;
}

/** The statement that declares the name, its `export` included. */
function declared(sources: readonly Source[], name: string): [Source, SyntaxNode] {
  for (const source of sources) {
    for (const node of source.body) {
      const { declaration } = node;
      if (!isNode(declaration)) continue;
      const names = [declaration, ...nodesIn(declaration['declarations'])];
      if (names.some((each) => nameIn(each['id']) === name)) return [source, node];
    }
  }
  throw new Error(`nothing exported is named ${name}`);
}

function docOf(source: Source, node: SyntaxNode): Doc {
  const comment = commentBefore(source, node);
  const lines = (comment?.value ?? '').split('\n').map((line) => line.replace(/^\s*\*+ ?/, ''));
  const [text = '', ...tags] = lines.join('\n').split(/(?:^|\n|\s)@(?=[a-z]+(?:\s|$))/);
  return {
    text: flat(text),
    tags: tags.map((each) => {
      const [, tag = '', rest = ''] = /^(\w+)\s*(.*)$/s.exec(each) ?? [];
      return { tag, text: flat(rest) };
    }),
  };
}

/** A class is exported, and its comment stands before the `export`. */
function commentBefore({ text, comments }: Source, { start }: SyntaxNode) {
  const from = text.slice(0, start).endsWith('export ') ? start - 'export '.length : start;
  return comments.find(
    ({ end, value, type }) =>
      type === 'Block' &&
      value.startsWith('*') &&
      end <= from &&
      text.slice(end, from).trim() === '',
  );
}

function named({ tags }: Doc, wanted: string): Documented[] {
  return tags
    .filter(({ tag }) => tag === wanted)
    .map(({ text }) => {
      // The slot of all that names none has no name.
      const [, name = text, description = ''] = /^(.*?) ?- (.*)$/.exec(text) ?? [];
      return { name, description };
    });
}

function textOf({ tags }: Doc, wanted: string): string {
  return tags.find(({ tag }) => tag === wanted)?.text ?? '';
}

function flat(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function membersOf({ body }: SyntaxNode): SyntaxNode[] {
  return isNode(body) ? nodesIn(body['body']) : [];
}

function nodesIn(value: unknown): SyntaxNode[] {
  return [value].flat().filter(isNode);
}

function keyOf({ key }: SyntaxNode): string | undefined {
  if (!isNode(key)) return undefined;
  return String(key['name'] ?? key['value']);
}

function nameOf({ id }: SyntaxNode): string {
  return nameIn(id);
}

function nameIn(value: unknown): string {
  return isNode(value) ? String(value['name']) : '';
}
