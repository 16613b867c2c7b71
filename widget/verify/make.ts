/** Makes elements with text in them, and nothing that a text could turn into markup. */

export function make(name: string, className = '', text = ''): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

/** Digits and code run from left to right in every language. */
export function makeCode(text: string): HTMLElement {
  const code = make('code', '', text);
  code.dir = 'ltr';
  return code;
}
