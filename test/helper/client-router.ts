/**
 * Stands for the client router of Astro 7 (`astro/dist/transitions`): what it does to a page, step
 * by step, written after its source. Astro itself is 7 MB with 45 packages behind it, for these
 * 30 KB. Left out are forms, links within a page, scrolling, media, islands, and its announcements.
 */

/** The functions below as a script of a page; none may name anything but each other. */
export function clientRouter(): string {
  const parts = [startRouter, goTo, load, swap, swapRoot, swapHead, keptInHead, swapBody];
  const all = [...parts, saveFocus, move, hasRun, runScripts, tell];
  return `const scriptsThatRan = new Set();${all.map(String).join('\n')}startRouter();`;
}

declare const scriptsThatRan: Set<string>;

function startRouter(): void {
  for (const script of document.querySelectorAll('script')) {
    hasRun(script);
    script.dataset['astroExec'] = '';
  }
  history.replaceState({ index: 0 }, '');
  document.addEventListener('click', (event) => {
    const [target] = event.composedPath();
    const link = target instanceof Element && target.closest('a');
    if (!link || event.defaultPrevented || link.origin !== location.origin) return;
    event.preventDefault();
    void goTo(link.href, true);
  });
  addEventListener('popstate', ({ state }) => {
    if (state !== null) void goTo(location.href, false);
  });
  addEventListener('load', () => tell('page-load'));
}

async function goTo(href: string, isNew: boolean): Promise<void> {
  tell('before-preparation');
  const next = await load(href);
  tell('after-preparation');
  document.documentElement.setAttribute('data-astro-transition', isNew ? 'forward' : 'back');
  const change = document.startViewTransition(() => {
    tell('before-swap');
    swap(next);
    if (isNew) history.pushState({ index: 1 }, '', href);
    scrollTo({ left: 0, top: 0, behavior: 'instant' });
    tell('after-swap');
  });
  await change.updateCallbackDone;
  await runScripts();
  tell('page-load');
  await change.finished;
  document.documentElement.removeAttribute('data-astro-transition');
}

async function load(href: string): Promise<Document> {
  const text = await (await fetch(href)).text();
  const next = new DOMParser().parseFromString(text, 'text/html');
  next.querySelectorAll('noscript').forEach((one) => one.remove());
  return next;
}

function swap(next: Document): void {
  for (const script of next.scripts) {
    const isAgain = script.hasAttribute('data-astro-rerun');
    if (!isAgain && hasRun(script)) script.dataset['astroExec'] = '';
  }
  swapRoot(next);
  swapHead(next);
  const giveBack = saveFocus();
  swapBody(next.body, document.body);
  giveBack();
}

/** Everything that the page's scripts wrote on its root goes; Astro's own stays. */
function swapRoot(next: Document): void {
  const root = document.documentElement;
  const own = [...root.attributes].filter(({ name }) => {
    root.removeAttribute(name);
    return name === 'data-astro-transition';
  });
  for (const { name, value } of [...next.documentElement.attributes, ...own]) {
    root.setAttribute(name, value);
  }
}

/** What both pages have stays where it is, all else goes, and what is new comes last. */
function swapHead(next: Document): void {
  for (const one of document.head.querySelectorAll(':scope > *')) {
    const twin = keptInHead(one, next.head);
    if (twin) twin.remove();
    else one.remove();
  }
  document.head.append(...next.head.children);
}

function keptInHead(one: Element, head: HTMLElement): Element | null | undefined {
  const id = one.getAttribute('data-astro-transition-persist');
  const persisted = id && head.querySelector(`[data-astro-transition-persist="${id}"]`);
  if (persisted) return persisted;
  const href = one.getAttribute('href');
  for (const kind of ['link[rel=stylesheet]', 'link[rel=preload][as=font]']) {
    if (one.matches(kind)) return head.querySelector(`${kind}[href="${href}"]`);
  }
  if (!one.matches('style') || !one.textContent) return null;
  return [...head.querySelectorAll('style')].find((style) => style.textContent === one.textContent);
}

/** What persists waits beside the body, and takes the place of its twin in the new one. */
function swapBody(next: HTMLElement, old: HTMLElement): void {
  const root = document.documentElement;
  const pairs: [kept: Element, twin: Element][] = [];
  for (const kept of old.querySelectorAll('[data-astro-transition-persist]')) {
    const id = kept.getAttribute('data-astro-transition-persist');
    const twin = next.querySelector(`[data-astro-transition-persist="${id}"]`);
    if (!twin) continue;
    pairs.push([kept, twin]);
    move(kept, root, null);
  }
  old.replaceWith(next);
  for (const [kept, twin] of pairs) {
    if (twin.parentElement) move(kept, twin.parentElement, twin);
    twin.remove();
  }
}

function move(one: Element, parent: Element, before: Element | null): void {
  const moveBefore: unknown = Reflect.get(parent, 'moveBefore');
  if (typeof moveBefore === 'function') moveBefore.call(parent, one, before);
  else parent.insertBefore(one, before);
}

function saveFocus(): () => void {
  const { activeElement } = document;
  const kept = activeElement?.closest('[data-astro-transition-persist]') ? activeElement : null;
  return () => {
    if (kept instanceof HTMLElement) kept.focus();
  };
}

/** Whether it, or one just like it, ran on this page before. */
function hasRun({ src, textContent }: HTMLScriptElement): boolean {
  const key = src ? new URL(src, location.href).href : textContent;
  const isKnown = scriptsThatRan.has(key);
  scriptsThatRan.add(key);
  return isKnown;
}

/** Those of the new page that are not marked, each as a new element: else none would run. */
async function runScripts(): Promise<void> {
  const loads: Promise<unknown>[] = [];
  for (const script of document.querySelectorAll('script')) {
    if (script.dataset['astroExec'] === '') continue;
    const fresh = document.createElement('script');
    fresh.innerHTML = script.innerHTML;
    for (const { name, value } of script.attributes) {
      if (name === 'src') {
        const loaded = new Promise((done) => {
          for (const end of ['load', 'error']) fresh.addEventListener(end, done);
        });
        loads.push(loaded);
      }
      fresh.setAttribute(name, value);
    }
    fresh.dataset['astroExec'] = '';
    script.replaceWith(fresh);
  }
  await Promise.all(loads);
}

function tell(name: string): void {
  document.dispatchEvent(new Event(`astro:${name}`));
}
