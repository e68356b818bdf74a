/** What has to be known before a number is compared with another, or printed. */
export function HowToRead() {
  return (
    <ul className="max-w-prose list-disc space-y-2 pl-5 text-soft">
      <li>
        F1, κ, α and uα have different scales: 0.7 of one is not 0.7 of another. Compare like with like. They
        can disagree about the same documents.
      </li>
      <li>
        For α and uα, Krippendorff asks for 0.800, and allows tentative conclusions from 0.667 on. For F1
        there is no such line.
      </li>
      <li>
        Agreement is not correctness: people can share a mistake. Look at the spans behind a number first.
      </li>
      <li>
        Report figures from before adjudication, and keep training rounds apart from the documents you report
        on.
      </li>
      <li>
        Spans of claims are hard. Published figures: Fleiss’ κ 0.45 for claim against 0.76 for argumentative
        or not (Bauwelinck &amp; Lefever 2020); 0.35 for parts of arguments against 0.63 (Guzmán-Monteza
        2023).
      </li>
    </ul>
  );
}
