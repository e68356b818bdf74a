"use client";

import { FindBar } from "./find-bar";
import { SpreadBar } from "./spread-bar";
import { useEditorState, useFinderState, useWorkbench } from "./workbench";

/** What floats over the text while places in it are pointed out. */
export function Finding() {
  const { editor, finder } = useWorkbench();
  const { spread } = useEditorState();
  const { isOpen } = useFinderState();
  if (spread !== null && editor !== null) return <SpreadBar spread={spread} editor={editor} />;
  return isOpen ? <FindBar finder={finder} /> : null;
}
