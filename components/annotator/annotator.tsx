"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { AppShell } from "@/components/shell/app-shell";
import { useKeyboard } from "@/components/keyboard/keyboard-context";
import { useIsMac } from "@/components/ui/use-is-mac";
import type { Viewer } from "@/components/shell/viewer";
import { missingIn } from "@/lib/core/annotation/completeness";
import type { DocumentId, ProjectId, UserId } from "@/lib/core/ids";
import type { Schema } from "@/lib/core/schema/schema";
import { DocumentText } from "@/lib/core/text/document-text";
import { Paragraphs } from "@/lib/core/text/paragraphs";
import { Segments } from "@/lib/core/text/segments";
import type { SetSnapshot } from "@/lib/contracts/set";
import type { ArticleSurface } from "@/lib/client/dom/surface";
import { Keymap } from "@/lib/client/commands/keymap";
import { keyedLabels, labelOfKey } from "@/lib/client/commands/label-keys";
import { Finder } from "@/lib/client/session/finder";
import type { CommandId } from "@/lib/core/keyboard/commands";
import { useThreads } from "@/components/discussion/use-threads";
import { codePoint } from "@/lib/core/text/offsets";
import { AnnotatorActions } from "./annotator-actions";
import { AnnotatorComments } from "./annotator-comments";
import { ArticleColumn, type ArticleColumnProps } from "./article-column";
import {
  commandActions,
  isAvailable,
  isLooking,
  lookingActions,
  type ScreenActions,
} from "./command-actions";
import { CommandPalette } from "./command-palette";
import { DeletedDrawer } from "./deleted-drawer";
import { DocumentRail, type DocumentRailProps } from "./document-rail";
import { focusInspector } from "./focus-inspector";
import { GuidelineAtHand } from "./guideline-at-hand";
import { HistoryPanel } from "./history-panel";
import { LABEL_PURPOSES, LabelMenu, type LabelPurpose } from "./label-menu";
import { LiveRegion } from "./live-region";
import { PaletteBar } from "./palette-bar";
import { RefusedDrawer } from "./refused-drawer";
import { ShortcutSheet } from "./shortcut-sheet";
import { SidePanel } from "./side-panel";
import { SignInAgain } from "./sign-in-again";
import { SubmitDialog } from "./submit-dialog";
import { useAnnouncements } from "./use-announcements";
import { useKeys } from "./use-keys";
import { useHistory } from "./use-history";
import { useReadingPlace } from "./use-reading-place";
import { MatchMarks } from "./use-shown-matches";
import { useSession } from "./use-session";
import { useSignedOut } from "./use-signed-out";
import { WorkbenchContext, type Workbench } from "./workbench";

export interface AnnotatorProps {
  readonly viewer: Viewer;
  readonly userId: UserId;
  /** The version of Triptych that the page came with. */
  readonly build: string | null;
  /** Whether the others may see where this person is. */
  readonly sharesPresence: boolean;
  readonly project: { readonly id: ProjectId; readonly name: string };
  readonly document: ArticleColumnProps["article"] & {
    readonly id: DocumentId;
    readonly text: string;
  };
  readonly schema: Schema;
  readonly guideline: string;
  /** The person's set, if they have begun. */
  readonly snapshot: SetSnapshot | null;
  /** Which kind of set this person may have here; null: none. */
  readonly kind: "annotator" | "shared" | null;
  readonly documents: Pick<DocumentRailProps, "documents" | "total">;
  readonly neighbours: { readonly previous: DocumentId | null; readonly next: DocumentId | null };
}

type Overlay = Parameters<ScreenActions["open"]>[0] | "refused" | "sign-in" | null;

/** The annotate screen: the article with everything that is done to it. */
export function Annotator(props: AnnotatorProps) {
  const {
    viewer,
    userId,
    build,
    sharesPresence,
    project,
    document: article,
    schema,
    guideline,
    snapshot,
    kind,
    documents,
    neighbours,
  } = props;
  const router = useRouter();
  const isMac = useIsMac();
  const keyboard = useKeyboard();
  const keymap = useMemo(() => new Keymap(keyboard, isMac, "annotate"), [keyboard, isMac]);
  const host = useRef<HTMLDivElement>(null);
  const [overlay, setOverlay] = useState<Overlay>(null);
  const [surface, setSurface] = useState<ArticleSurface | null>(null);
  const { message, say, complain } = useAnnouncements();

  const text = useMemo(() => DocumentText.of(article.text), [article.text]);
  const rules = useMemo(() => ({ schema, text }), [schema, text]);
  const labels = useMemo(() => keyedLabels(schema, keyboard), [schema, keyboard]);
  const finder = useMemo(() => new Finder(text, say), [text, say]);
  const segments = useMemo(
    () => Segments.of(Paragraphs.of(text), article.language),
    [text, article.language],
  );
  const request = {
    projectId: project.id,
    documentId: article.id,
    userId,
    snapshot,
    kind,
    build,
    rules,
    segments,
    say,
    complain,
  };
  const { session, editor: opened, surroundings, resume, problem } = useSession(request);
  const { history, lookingBack } = useHistory(session);
  const past = lookingBack.kind === "open" ? lookingBack.set : null;
  // While one looks back nothing is edited.
  const editor = lookingBack.kind === "closed" ? opened : null;
  const setIds = useMemo(() => (session === null ? [] : [session.state.set.id]), [session]);
  const discussion = useThreads(project.id, setIds);
  // The article that the finder goes about in.
  useEffect(() => finder.attach(surface), [finder, surface]);
  useReadingPlace(surface, article.id, opened);
  const unsentHere = useCallback(() => session?.state.save.waiting ?? 0, [session]);

  const focusText = useCallback(() => host.current?.focus({ preventScroll: true }), []);
  const workbench: Workbench = useMemo(
    () => ({
      projectId: project.id,
      documentId: article.id,
      userId,
      schema,
      labels,
      text,
      segments,
      session,
      editor,
      surroundings,
      past,
      finder,
      focusText,
    }),
    [
      project.id,
      article.id,
      userId,
      schema,
      labels,
      text,
      segments,
      session,
      editor,
      surroundings,
      past,
      finder,
      focusText,
    ],
  );

  const toggleHistory = useCallback(() => {
    if (history?.state.kind === "closed") {
      opened?.stepOut();
      void history.open();
      return;
    }
    history?.close();
    focusText();
  }, [history, opened, focusText]);

  const screen: ScreenActions = useMemo(() => {
    const to = (id: DocumentId | null) =>
      id === null ? null : () => router.push(`/projects/${project.id}/documents/${id}/annotate`);
    const askToSubmit = () => {
      const lacking =
        session === null
          ? 0
          : new Set(missingIn(session.state.set, schema).map(({ annotation }) => annotation)).size;
      if (lacking === 0) {
        setOverlay("submit");
        return;
      }
      complain(lacking === 1 ? "1 annotation is incomplete." : `${lacking} annotations are incomplete.`);
      editor?.next("forward", "incomplete");
    };
    return {
      open: (what) => (what === "submit" ? askToSubmit() : setOverlay(what)),
      toggleHistory,
      focusInspector,
      focusText,
      find: {
        open: () => finder.open(editor?.chosenText() ?? null, editor?.place() ?? null),
        next: () => finder.step("forward"),
        previous: () => finder.step("back"),
      },
      hasTextFocus: () => host.current?.contains(document.activeElement) ?? false,
      toDocument: { next: to(neighbours.next), previous: to(neighbours.previous) },
    };
  }, [
    router,
    project.id,
    neighbours.next,
    neighbours.previous,
    session,
    editor,
    finder,
    schema,
    toggleHistory,
    focusText,
    complain,
  ]);

  const run = useCallback(
    (id: CommandId) => {
      if (editor === null) {
        if (isLooking(id)) lookingActions(screen)[id]();
        else if (id === "escape" && lookingBack.kind !== "closed") toggleHistory();
        return;
      }
      const actions: Readonly<Partial<Record<CommandId, () => void>>> = commandActions(editor, screen);
      actions[id]?.();
      if (ACTS_IN_TEXT.has(id)) focusText();
    },
    [editor, screen, focusText, lookingBack.kind, toggleHistory],
  );
  const onLabelKey = useCallback(
    (key: string): boolean => {
      const linking = editor?.state.linking ?? null;
      const label = labelOfKey(labels, key);
      if (editor === null || (linking === null && label === null)) return false;
      if (linking !== null) editor.linker.chooseOption(Number(key) - 1);
      else if (label !== null) editor.label(label.key);
      return true;
    },
    [editor, labels],
  );
  useKeys(host, { run, onLabelKey, keymap });

  // The keyboard: it is the text's, unless somebody has given it to something else by now.
  useEffect(() => {
    if (editor !== null && document.activeElement === document.body) focusText();
  }, [editor, focusText]);

  useSignedOut(session, surroundings, (isSignedOut) =>
    setOverlay((open) => (isSignedOut ? "sign-in" : open === "sign-in" ? null : open)),
  );

  const opens = (what: Exclude<Overlay, null>) => ({
    isOpen: overlay === what,
    onOpenChange: (isOpen: boolean) => setOverlay(isOpen ? what : null),
  });
  const label = (key: string, purpose: LabelPurpose = "label") => {
    if (purpose === "duplicate") editor?.duplicate(key);
    else if (purpose === "keep") editor?.arm(key);
    else editor?.label(key);
    focusText();
  };
  const purpose = LABEL_PURPOSES.find((one) => one === overlay);

  return (
    <WorkbenchContext value={workbench}>
      <AppShell
        layout="workbench"
        viewer={viewer}
        unsentHere={unsentHere}
        crumbs={[
          { label: project.name, href: `/projects/${project.id}/documents` },
          { label: "Documents", href: `/projects/${project.id}/documents` },
          { label: article.title },
        ]}
        actions={
          <AnnotatorActions
            onRun={run}
            onShowRefused={() => setOverlay("refused")}
            onSignIn={() => setOverlay("sign-in")}
            hasNext={neighbours.next !== null}
            hasPrevious={neighbours.previous !== null}
            unreadComments={discussion.unread}
          />
        }
      >
        <div className="relative flex min-h-0 flex-1">
          <DocumentRail projectId={project.id} current={article.id} {...documents} />
          <ArticleColumn
            article={article}
            sharesPresence={sharesPresence}
            problem={problem}
            mayAnnotate={kind !== null || snapshot !== null}
            surface={surface}
            onSurface={setSurface}
            hostRef={host}
          />
          {lookingBack.kind === "closed" || history === null ? (
            <SidePanel onRun={run} />
          ) : (
            <HistoryPanel history={history} state={lookingBack} surface={surface} onClose={toggleHistory} />
          )}
        </div>
        <PaletteBar
          onRun={run}
          hasNext={neighbours.next !== null}
          hasPrevious={neighbours.previous !== null}
        />
      </AppShell>
      <LiveRegion message={message} />
      <CommandPalette
        {...opens("palette")}
        screen="annotate"
        labels={labels}
        isAvailable={(command) =>
          session !== null &&
          (editor === null
            ? isLooking(command.id)
            : isAvailable(command, editor.state, session.state, screen))
        }
        onRun={(id) => {
          focusText();
          run(id);
        }}
        onLabel={label}
      />
      <ShortcutSheet {...opens("shortcuts")} screen="annotate" labels={labels} />
      <GuidelineAtHand markdown={guideline} {...opens("guideline")} />
      <AnnotatorComments
        {...opens("comments")}
        discussion={discussion}
        guideline={guideline}
        onReveal={(start) => surface?.reveal(codePoint(start))}
      />
      <SubmitDialog {...opens("submit")} />
      <RefusedDrawer {...opens("refused")} />
      <DeletedDrawer {...opens("deleted")} />
      <SignInAgain email={viewer.email} onSignedIn={resume} {...opens("sign-in")} />
      <MatchMarks surface={surface} />
      {purpose !== undefined && (
        <LabelMenu
          {...opens(purpose)}
          purpose={purpose}
          at={placeOnScreen(surface, editor?.state ?? null)}
          onLabel={(key) => label(key, purpose)}
        />
      )}
    </WorkbenchContext>
  );
}

/** What goes on in the text, wherever it was asked for. */
const ACTS_IN_TEXT: ReadonlySet<CommandId> = new Set(["link", "spread", "merge", "split"]);

/** Where what is pointed at lies in the window. */
function placeOnScreen(
  surface: ArticleSurface | null,
  state: {
    readonly place: { readonly span: Parameters<ArticleSurface["rangeOf"]>[0] } | null;
    readonly selected: string | null;
  } | null,
) {
  const rect =
    surface === null || state === null
      ? null
      : state.place !== null
        ? surface.rangeOf(state.place.span).getClientRects()[0]
        : state.selected === null
          ? null
          : surface.rectOf(state.selected);
  const { left, top, width, height } = rect ?? { left: 200, top: 120, width: 0, height: 0 };
  return { left, top, width, height };
}
