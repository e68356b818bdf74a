import type { ComponentProps, ReactNode } from "react";
import ReactMarkdown, { type Components } from "react-markdown";
import remarkGfm from "remark-gfm";
import { classNames } from "./class-names";

export interface MarkdownProps {
  readonly children: string;
  /** What `#` becomes, so that a page keeps one h1. */
  readonly topHeading?: 2 | 3 | undefined;
  readonly className?: string | undefined;
}

/** Markdown with tables, task lists and strike-through. HTML inside it stays text; images and links stay safe. */
export function Markdown({ children, topHeading = 2, className }: MarkdownProps) {
  return (
    <div className={classNames("prose", className)}>
      <ReactMarkdown remarkPlugins={[remarkGfm]} components={topHeading === 2 ? UNDER_H1 : UNDER_H2}>
        {children}
      </ReactMarkdown>
    </div>
  );
}

type HeadingTag = "h2" | "h3" | "h4" | "h5" | "h6";

const heading = (Tag: HeadingTag) =>
  function Heading({ children, id }: { readonly children?: ReactNode; readonly id?: string | undefined }) {
    return <Tag id={id}>{children}</Tag>;
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
  // A task list's box cannot be ticked here, so it is a sign and not a control.
  input: ({ checked }: ComponentProps<"input">) => (
    <span role="img" aria-label={checked === true ? "done" : "to do"}>
      {checked === true ? "☑" : "☐"}
    </span>
  ),
  pre: ({ children }) => <pre tabIndex={0}>{children}</pre>,
  table: ({ children }) => <table tabIndex={0}>{children}</table>,
};

const UNDER_H1: Components = {
  ...SHARED,
  h1: heading("h2"),
  h2: heading("h3"),
  h3: heading("h4"),
  h4: heading("h5"),
  h5: heading("h6"),
};
const UNDER_H2: Components = {
  ...SHARED,
  h1: heading("h3"),
  h2: heading("h4"),
  h3: heading("h5"),
  h4: heading("h6"),
  h5: heading("h6"),
};
