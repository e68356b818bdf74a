import type { Review } from "@/lib/client/review/review";
import type { ReviewCommandId } from "@/lib/core/keyboard/commands";
import type { SetColumn } from "./review-context";

export type ReviewOverlay =
  "palette" | "shortcuts" | "guideline" | "comments" | "reject" | "nothing" | "return";

/** What the screen around the review does for a command. */
export interface ReviewScreenActions {
  readonly open: (what: ReviewOverlay) => void;
  readonly focusText: () => void;
  readonly say: (text: string) => void;
  readonly columns: readonly SetColumn[];
  readonly finish: () => void;
  readonly toNext: () => void;
  readonly toPrevious: () => void;
}

/** Every command of the review screen and what it does: total, so that none can be listed and do nothing. */
export function reviewActions(
  review: Review,
  screen: ReviewScreenActions,
): Readonly<Record<ReviewCommandId, () => void>> {
  const border =
    (...move: Parameters<Review["moveBorder"]>) =>
    () =>
      review.moveBorder(...move);
  return {
    "review.next": () => review.next("forward"),
    "review.previous": () => review.next("back"),
    "review.undecided.next": () => review.next("forward", "undecided"),
    "review.undecided.previous": () => review.next("back", "undecided"),
    "review.accept.a": () => review.accept(0),
    "review.accept.b": () => review.accept(1),
    "review.accept.c": () => review.accept(2),
    "review.accept.d": () => review.accept(3),
    "review.accept.e": () => review.accept(4),
    "review.accept.f": () => review.accept(5),
    "review.accept.g": () => review.accept(6),
    "review.accept.h": () => review.accept(7),
    "review.both": () => review.acceptBoth(),
    "review.fix": () => (review.state.draft === null ? review.fix() : review.confirmFix()),
    "review.reject": () => screen.open("reject"),
    "review.nothing": () => screen.open("nothing"),
    "review.unanimous": () => review.acceptUnanimous(),
    "review.view": () => {
      const shown = review.showNext();
      const column = screen.columns.find(({ id }) => id === shown);
      screen.say(
        shown === "all"
          ? "All readings."
          : shown === "gold"
            ? "What is decided."
            : `Only ${column?.letter ?? ""} ${column?.name ?? ""}.`,
      );
    },
    "review.return": () => screen.open("return"),
    "review.finish": screen.finish,
    undo: () => review.undo(),
    escape: () => {
      review.stepOut();
      screen.focusText();
    },
    "start.forward": border("start", "forward"),
    "start.back": border("start", "back"),
    "end.forward": border("end", "forward"),
    "end.back": border("end", "back"),
    "document.next": screen.toNext,
    "document.previous": screen.toPrevious,
    guideline: () => screen.open("guideline"),
    comments: () => screen.open("comments"),
    palette: () => screen.open("palette"),
    shortcuts: () => screen.open("shortcuts"),
  };
}
