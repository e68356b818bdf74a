import type { Figure } from "../figure";
import { saveByHttp, someWriters } from "../save";
import { openStreamClient, type StreamClient } from "../stream-client";
import { eventsOf, type Measured } from "./installation";

const MEASURED_MS = 15_000;

/** Twenty who save as fast as they can, with everybody's stream open and without. */
export async function savesUnderStreams({ app, db, agent }: Measured): Promise<readonly Figure[]> {
  const perSecond = async (withStreams: boolean): Promise<number> => {
    const writers = await someWriters(db, 20);
    const streams: StreamClient[] = [];
    if (withStreams) {
      for (const { projectId, setId, token } of writers) {
        const { documentId } = await db.prisma.annotationSet.findFirstOrThrow({ where: { id: setId } });
        streams.push(await openStreamClient(app.url, eventsOf(projectId, documentId), token));
      }
    }
    let saved = 0;
    const end = performance.now() + MEASURED_MS;
    await Promise.all(
      writers.map(async (writer) => {
        while (performance.now() < end) {
          await saveByHttp(app.url, agent, writer);
          saved += 1;
        }
      }),
    );
    for (const stream of streams) stream.close();
    return saved / (MEASURED_MS / 1_000);
  };
  await perSecond(false);
  // There and back, since a machine grows warm and is not ours alone.
  const runs = [await perSecond(false), await perSecond(true), await perSecond(true), await perSecond(false)];
  const [before = 0, first = 0, second = 0, after = 0] = runs;
  const what = "edits saved by 20 writers, each followed by a stream";
  return [
    {
      what,
      ours: (first + second) / 2,
      baseline: (before + after) / 2,
      unit: "per second",
      aim: "at least 0.9×",
    },
  ];
}
