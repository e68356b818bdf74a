"use client";

import { useEffect } from "react";
import { codePoint } from "@/lib/core/text/offsets";
import type { AnnotationId, DocumentId } from "@/lib/core/ids";
import type { ArticleSurface } from "@/lib/client/dom/surface";
import type { Editor } from "@/lib/client/session/editor";

const ANNOTATION = /^#a=([0-9a-f-]{36})$/;

/** Opens the article where it was left, or at the annotation that the address names (`#a=…`). */
export function useReadingPlace(
  surface: ArticleSurface | null,
  documentId: DocumentId,
  editor: Editor | null,
): void {
  // The reading position, kept in this browser.
  useEffect(() => {
    if (surface === null) return;
    const key = `triptych place ${documentId}`;
    const kept = Number(read(key) ?? 0);
    if (kept > 0 && !ANNOTATION.test(location.hash)) surface.reveal(codePoint(kept));
    const keep = () => write(key, String(surface.readingPosition()));
    window.addEventListener("pagehide", keep);
    const timer = setInterval(keep, 5_000);
    return () => {
      clearInterval(timer);
      window.removeEventListener("pagehide", keep);
    };
  }, [surface, documentId]);

  // The address.
  useEffect(() => {
    if (surface === null || editor === null) return;
    const follow = () => {
      const id = ANNOTATION.exec(location.hash)?.[1];
      if (id !== undefined) editor.select(id as AnnotationId);
    };
    follow();
    window.addEventListener("hashchange", follow);
    return () => window.removeEventListener("hashchange", follow);
  }, [surface, editor]);
}

// Some browsers lend no storage; then articles open at their beginning.
function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    return;
  }
}
