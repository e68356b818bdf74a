export interface AdoptedStyles {
  replace(css: string): void;
  remove(): void;
}

/**
 * Gives the page a style sheet by script: a constructable one, which no Content-Security-Policy forbids, or a
 * `<style>` with the policy's nonce where browsers have none (Safari before 16.4).
 */
export function adoptStyles(document: Document, nonce: string | undefined): AdoptedStyles {
  if ("adoptedStyleSheets" in document && "replaceSync" in CSSStyleSheet.prototype) {
    const sheet = new CSSStyleSheet();
    document.adoptedStyleSheets.push(sheet);
    return {
      replace: (css) => sheet.replaceSync(css),
      remove: () => {
        document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
      },
    };
  }
  const style = document.createElement("style");
  if (nonce !== undefined) style.nonce = nonce;
  document.head.append(style);
  return {
    replace: (css) => {
      style.textContent = css;
    },
    remove: () => style.remove(),
  };
}
