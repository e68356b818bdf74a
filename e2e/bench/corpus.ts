const SENTENCES = [
  "Mayor Ruiz 🚲 backs a car ban; the Green Party objects.",
  "“We cannot accept this,” the foreign ministry’s spokeswoman told reporters on Tuesday.",
  "Unions warned that the plan would cost 40,000 jobs over three years.",
  "The committee is to vote on the amended proposal next week, sources close to the talks said.",
  "Critics called the measure unacceptable, while industry groups welcomed it cautiously.",
  "A court in the capital rejected the appeal and upheld the earlier ruling in full.",
  "Oil prices rose by 2.3% after the announcement, their steepest gain since March.",
] as const;

/** About the length of a news article: 2.1 KB. */
const SENTENCES_EACH = 28;

/** The article with number `index`: always the same text, no two alike. */
export function article(index: number): string {
  const sentences = Array.from({ length: SENTENCES_EACH }, (_, place) => {
    const words = (SENTENCES[(index + place * (1 + (index % 5))) % SENTENCES.length] ?? "").split(" ");
    const turn = (index * 7 + place) % words.length;
    return [...words.slice(turn), ...words.slice(0, turn)].join(" ");
  });
  return `Article ${index}\n\n${sentences.join(" ")}`;
}

/** The bytes of a file of `count` articles, made while they are read. */
export async function* jsonLines(count: number, prefix: string): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < count; start += 200) {
    let piece = "";
    for (let index = start; index < Math.min(count, start + 200); index += 1) {
      piece += `${JSON.stringify({ external_id: `${prefix}-${index}`, text: article(index), meta: { source: "Bench" } })}\n`;
    }
    yield await Promise.resolve(Buffer.from(piece));
  }
}
