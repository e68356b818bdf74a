import type { ComponentProps } from "react";
import ReactMarkdown, { type Components, type ExtraProps } from "react-markdown";
import remarkGfm from "remark-gfm";
import { classNames } from "./class-names";

export interface MarkdownProps {
  readonly children: string;
  /** What `#` becomes, so that a page keeps one h1. */
  readonly topHeading?: 2 | 3 | undefined;
  /** Ids for headings, by the line of the source on which each stands: `markdownOutline` finds them. */
  readonly headingIds?: ReadonlyMap<number, string> | undefined;
  readonly className?: string | undefined;
}

const NO_IDS: ReadonlyMap<number, string> = new Map();

/**
 * Markdown with tables, task lists and strike-through. HTML inside it stays text; an image becomes a link to it, since
 * pages load nothing from elsewhere.
 */
export function Markdown({ children, topHeading = 2, headingIds = NO_IDS, className }: MarkdownProps) {
  return (
    <div className={classNames("prose", className)}>
      <ReactMarkdown
        remarkPlugins={[remarkGfm]}
        components={{ ...SHARED, ...headings(topHeading, headingIds) }}
      >
        {children}
      </ReactMarkdown>
    </div>
  );
}

type HeadingTag = "h2" | "h3" | "h4" | "h5" | "h6";
const TAGS = ["h2", "h3", "h4", "h5", "h6"] as const;

function headings(top: 2 | 3, ids: ReadonlyMap<number, string>): Components {
  const at = (level: number) => heading(TAGS[Math.min(level + top - 3, TAGS.length - 1)] ?? "h6", ids);
  return { h1: at(1), h2: at(2), h3: at(3), h4: at(4), h5: at(5), h6: at(6) };
}

const heading = (Tag: HeadingTag, ids: ReadonlyMap<number, string>) =>
  function Heading({ children, node }: ComponentProps<"h2"> & ExtraProps) {
    const line = node?.position?.start.line;
    const id = line === undefined ? undefined : ids.get(line);
    return (
      <Tag id={id} className={id === undefined ? undefined : "scroll-mt-16"}>
        {children}
      </Tag>
    );
  };

const SHARED: Components = {
  a: ({ href, children }) => {
    const isForeign = href !== undefined && /^https?:/i.test(href);
    return (
      <a href={href} {...(isForeign ? { target: "_blank", rel: "noreferrer noopener" } : {})}>
        {children}
      </a>
    );
  },
  img: ({ src, alt }) =>
    typeof src === "string" ? <a href={src}>{alt === undefined || alt === "" ? src : alt}</a> : <>{alt}</>,
  // A task list's box cannot be ticked here, so it is a sign and not a control.
  input: ({ checked }: ComponentProps<"input">) => (
    <span role="img" aria-label={checked === true ? "done" : "to do"}>
      {checked === true ? "☑" : "☐"}
    </span>
  ),
  pre: ({ children }) => <pre tabIndex={0}>{children}</pre>,
  table: ({ children }) => <table tabIndex={0}>{children}</table>,
};
