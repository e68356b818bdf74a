"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { ArticleHead, type ArticleHeadProps } from "@/components/annotator/article-head";
import { CommandPalette } from "@/components/annotator/command-palette";
import { GuidelineDrawer } from "@/components/annotator/guideline-drawer";
import { LiveRegion } from "@/components/annotator/live-region";
import { ShortcutSheet } from "@/components/annotator/shortcut-sheet";
import { useAnnouncements } from "@/components/annotator/use-announcements";
import { useKeys } from "@/components/annotator/use-keys";
import { useThreads } from "@/components/discussion/use-threads";
import { useKeyboard } from "@/components/keyboard/keyboard-context";
import { AppShell } from "@/components/shell/app-shell";
import type { Viewer } from "@/components/shell/viewer";
import { useIsMac } from "@/components/ui/use-is-mac";
import { Keymap } from "@/lib/client/commands/keymap";
import { pointOf } from "@/lib/client/review/review-state";
import type { ReviewView } from "@/lib/contracts/review";
import type { DocumentId, ProjectId, UserId } from "@/lib/core/ids";
import type { CommandId, ReviewCommandId } from "@/lib/core/keyboard/commands";
import { labelOf, type Schema } from "@/lib/core/schema/schema";
import { DocumentText } from "@/lib/core/text/document-text";
import { PointList } from "./point-list";
import { PointPanel } from "./point-panel";
import { ReasonDialog } from "./reason-dialog";
import { ReturnDialog } from "./return-dialog";
import { ReviewActions } from "./review-actions";
import { reviewActions, type ReviewOverlay } from "./review-actions-of";
import { ReviewComments } from "./review-comments";
import { ReviewContext, type ReviewBench } from "./review-context";
import { ReviewProgress } from "./review-progress";
import { ReviewText } from "./review-text";
import { setColumns } from "./set-columns";
import { useReview } from "./use-review";

export interface ReviewScreenProps {
  readonly viewer: Viewer;
  readonly userId: UserId;
  readonly project: { readonly id: ProjectId; readonly name: string };
  readonly document: Omit<ArticleHeadProps, "isInText"> & {
    readonly id: DocumentId;
    readonly text: string;
    readonly language: string;
  };
  readonly schema: Schema;
  readonly guideline: string;
  readonly view: ReviewView;
  readonly neighbours: { readonly previous: DocumentId | null; readonly next: DocumentId | null };
}

/** The review screen: the article with all that its annotators have marked, and what is decided about it. */
export function ReviewScreen(props: ReviewScreenProps) {
  const { viewer, userId, project, document: article, schema, guideline, view, neighbours } = props;
  const router = useRouter();
  const isMac = useIsMac();
  const keyboard = useKeyboard();
  const keymap = useMemo(() => new Keymap(keyboard, isMac, "review"), [keyboard, isMac]);
  const host = useRef<HTMLDivElement>(null);
  const bench = useRef<HTMLDivElement>(null);
  const [overlay, setOverlay] = useState<ReviewOverlay | null>(null);
  const { message, say, complain } = useAnnouncements();
  const text = useMemo(() => DocumentText.of(article.text), [article.text]);
  const columns = useMemo(() => setColumns(view.sets), [view.sets]);
  const me = useMemo(() => ({ id: userId, name: viewer.name }), [userId, viewer.name]);
  const { review, alignment, finish, reopen } = useReview({
    projectId: project.id,
    view,
    text,
    language: article.language,
    schema,
    me,
    say,
    complain,
  });

  const setIds = useMemo(() => columns.map(({ id }) => id), [columns]);
  const discussion = useThreads(project.id, setIds);
  const focusText = useCallback(() => host.current?.focus({ preventScroll: true }), []);
  const run = useCallback(
    (id: CommandId) => {
      const to = (document: DocumentId | null) => () => {
        if (document !== null) router.push(`/projects/${project.id}/review/${document}`);
      };
      const actions: Readonly<Partial<Record<CommandId, () => void>>> = reviewActions(review, {
        open: setOverlay,
        focusText,
        say,
        columns,
        finish: () => void finish(),
        toNext: to(neighbours.next),
        toPrevious: to(neighbours.previous),
      });
      actions[id]?.();
    },
    [review, focusText, say, columns, finish, router, project.id, neighbours.next, neighbours.previous],
  );
  const value: ReviewBench = useMemo(
    () => ({ review, schema, columns, reasons: view.reasons, run: (id: ReviewCommandId) => run(id) }),
    [review, schema, columns, view.reasons, run],
  );
  const onLabelKey = useCallback(() => false, []);
  useKeys(bench, { run, onLabelKey, keymap });

  // The keyboard: it is the text's, unless somebody has given it to something else by now.
  useEffect(() => {
    if (document.activeElement === document.body) focusText();
  }, [focusText]);

  const opens = (what: ReviewOverlay) => ({
    isOpen: overlay === what,
    onOpenChange: (isOpen: boolean) => setOverlay(isOpen ? what : null),
  });
  const labelAtHand =
    pointOf(review.state, review.state.current)?.cluster.members[0]?.annotation.label ?? null;

  return (
    <ReviewContext value={value}>
      <AppShell
        layout="workbench"
        viewer={viewer}
        unsentHere={() => review.state.waiting}
        crumbs={[
          { label: project.name, href: `/projects/${project.id}/documents` },
          { label: "Review", href: `/projects/${project.id}/review` },
          { label: article.title },
        ]}
        actions={
          <ReviewActions
            neighbours={neighbours}
            unreadComments={discussion.unread}
            onReopen={() => void reopen()}
          />
        }
      >
        <div ref={bench} className="relative flex min-h-0 flex-1 max-lg:flex-col">
          <div className="relative min-h-0 min-w-0 flex-1 overflow-y-auto bg-paper">
            <div className="relative mx-auto max-w-[calc(var(--container-measure)+3rem)] px-4 pt-6 pb-[40vh] sm:px-6 lg:pt-8">
              <ArticleHead
                title={article.title}
                isInText={text.string.startsWith(article.title)}
                source={article.source}
                publishedAt={article.publishedAt}
                words={article.words}
              />
              <ReviewText text={text} language={article.language} alignment={alignment} hostRef={host} />
            </div>
          </div>
          <aside
            aria-label="Review"
            className="flex min-h-0 flex-col bg-ground max-lg:h-[55%] max-lg:shrink-0 max-lg:border-t max-lg:border-line lg:w-104 lg:shrink-0 lg:border-l lg:border-line"
          >
            <ReviewProgress others={view.others} />
            <div className="max-h-[62%] shrink-0 overflow-y-auto max-lg:max-h-full max-lg:shrink">
              <PointPanel />
            </div>
            <PointList />
          </aside>
        </div>
      </AppShell>
      <LiveRegion message={message} />
      <CommandPalette
        {...opens("palette")}
        screen="review"
        labels={[]}
        isAvailable={({ needs }) =>
          needs.every((need) => {
            if (need === "undo") return review.state.canUndo;
            if (need === "point") return review.state.current !== null;
            if (need === "next") return neighbours.next !== null;
            return need !== "previous" || neighbours.previous !== null;
          })
        }
        onRun={(id) => {
          focusText();
          run(id);
        }}
        onLabel={() => undefined}
      />
      <ShortcutSheet {...opens("shortcuts")} screen="review" labels={[]} />
      <GuidelineDrawer
        {...opens("guideline")}
        markdown={guideline}
        label={labelAtHand === null ? null : (labelOf(schema, labelAtHand) ?? null)}
      />
      <ReviewComments {...opens("comments")} discussion={discussion} guideline={guideline} />
      <ReasonDialog
        {...opens("reject")}
        title="Why is it rejected?"
        onReason={(key, comment) => {
          focusText();
          review.reject(key, comment);
        }}
      />
      <ReasonDialog
        {...opens("nothing")}
        title="Why does nothing belong here?"
        onReason={(key, comment) => {
          focusText();
          review.nothingHere(key, comment);
        }}
      />
      <ReturnDialog {...opens("return")} projectId={project.id} onReturned={() => router.refresh()} />
    </ReviewContext>
  );
}
