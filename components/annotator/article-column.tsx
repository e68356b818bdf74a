"use client";

import { useState, type RefObject } from "react";
import type { ArticleSurface } from "@/lib/client/dom/surface";
import { Article } from "./article";
import { ArticleHead, type ArticleHeadProps } from "./article-head";
import { BoundaryHandles } from "./boundary-handles";
import { ClosedBar } from "./closed-bar";
import { Company } from "./company";
import { CompanyMarks } from "./company-marks";
import { Finding } from "./finding";
import { Minimap } from "./minimap";
import { OvertakenNotices } from "./overtaken-notices";
import { StateNotice, type StateNoticeProps } from "./state-notice";
import { usePresence } from "./use-presence";
import { VersionNotice } from "./version-notice";
import { useWorkbench } from "./workbench";

export interface ArticleColumnProps extends StateNoticeProps {
  readonly article: Omit<ArticleHeadProps, "isInText" | "aside"> & { readonly language: string };
  /** Whether the others may see where this person is. */
  readonly sharesPresence: boolean;
  readonly surface: ArticleSurface | null;
  readonly onSurface: (surface: ArticleSurface | null) => void;
  readonly hostRef: RefObject<HTMLDivElement | null>;
}

/** The article with what lies over it, beside it and below it. */
export function ArticleColumn({
  article,
  sharesPresence,
  surface,
  onSurface,
  hostRef,
  ...notice
}: ArticleColumnProps) {
  const workbench = useWorkbench();
  const { text, schema, session, editor, past } = workbench;
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  usePresence({ ...workbench, surface, scroller, isShared: sharesPresence });
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col">
      <ClosedBar />
      <div className="relative flex min-h-0 flex-1 flex-col">
        <div ref={setScroller} className="min-h-0 flex-1 overflow-y-auto bg-paper">
          <div className="relative mx-auto max-w-[calc(var(--container-measure)+3rem)] px-4 pt-6 pb-[40vh] sm:px-6 lg:pt-8">
            <ArticleHead
              title={article.title}
              isInText={text.string.startsWith(article.title)}
              source={article.source}
              publishedAt={article.publishedAt}
              words={article.words}
              aside={<Company surface={surface} />}
            />
            <StateNotice {...notice} />
            <Article
              text={text}
              language={article.language}
              schema={schema}
              session={session}
              editor={editor}
              past={past}
              onSurface={onSurface}
              hostRef={hostRef}
            />
            <BoundaryHandles surface={surface} />
            <CompanyMarks surface={surface} />
          </div>
        </div>
        <Finding />
        <Minimap scroller={scroller} textRef={hostRef} />
      </div>
      <VersionNotice />
      <OvertakenNotices />
    </div>
  );
}
