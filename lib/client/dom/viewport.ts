/** What scrolls the article: an element, or the page. */
export class Viewport {
  /** The element to scroll. For the page it is the root element. */
  readonly element: Element;
  readonly isPage: boolean;

  constructor(host: HTMLElement, scroller: Element | undefined) {
    const page = host.ownerDocument.scrollingElement ?? host.ownerDocument.documentElement;
    this.element = scroller ?? scrollingAncestor(host) ?? page;
    this.isPage = this.element === page;
  }

  /** What is seen of it, in client coordinates. */
  get bounds(): { readonly top: number; readonly bottom: number } {
    if (this.isPage) return { top: 0, bottom: this.element.clientHeight };
    const { top } = this.element.getBoundingClientRect();
    return {
      top: top + this.element.clientTop,
      bottom: top + this.element.clientTop + this.element.clientHeight,
    };
  }

  /** Scrolls so little that [top, bottom] is in view with `margin` around it. */
  showNear(top: number, bottom: number, margin: number): void {
    const { bounds } = this;
    const above = bounds.top + margin - top;
    const below = bottom - (bounds.bottom - margin);
    if (above > 0) this.element.scrollTop -= above;
    else if (below > 0) this.element.scrollTop += Math.min(below, top - bounds.top - margin);
  }

  /** Scrolls [top, bottom] into the middle unless it is in view. */
  showCentred(top: number, bottom: number): void {
    const { bounds } = this;
    if (top >= bounds.top && bottom <= bounds.bottom) return;
    this.element.scrollTop +=
      (top + Math.min(bottom, top + bounds.bottom - bounds.top) - bounds.top - bounds.bottom) / 2;
  }
}

function scrollingAncestor(host: HTMLElement): Element | undefined {
  const view = host.ownerDocument.defaultView;
  const root = host.ownerDocument.documentElement;
  for (let each: Element | null = host; each !== null && each !== root; each = each.parentElement) {
    const overflow = view?.getComputedStyle(each).overflowY;
    if ((overflow === "auto" || overflow === "scroll") && each !== host.ownerDocument.body) return each;
  }
  return undefined;
}
