import type { Figure } from "./figure";
import { actsToFrames } from "./live/arrival";
import { annotators } from "./live/annotators";
import { idleStreams } from "./live/idle-streams";
import { onInstallation } from "./live/installation";
import { actsToPaint } from "./live/paint";
import { savesUnderStreams } from "./live/saves-under-streams";

/** What many people at once, and many who only listen, cost: each against the same with one, or with none. */
export async function benchLive(): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const part of [annotators, actsToFrames, actsToPaint, savesUnderStreams, idleStreams])
    figures.push(...(await onInstallation(part)));
  return figures;
}
