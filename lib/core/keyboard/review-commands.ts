import { define } from "./command-spec";

/** What is decided by key on the review screen, besides what all screens have. */
export const REVIEW_COMMANDS = [
  define("review.next", "Next difference", "Review", "text", ["N"]),
  define("review.previous", "Previous difference", "Review", "text", ["P"]),
  define("review.undecided.next", "Next that is not decided", "Review", "text", ["U"]),
  define("review.undecided.previous", "Previous that is not decided", "Review", "text", ["Shift+U"]),
  define("review.accept.a", "Accept what A has", "Review", "text", ["A"], ["point"]),
  define("review.accept.b", "Accept what B has", "Review", "text", ["B"], ["point"]),
  define("review.accept.c", "Accept what C has", "Review", "text", ["C"], ["point"]),
  define("review.accept.d", "Accept what D has", "Review", "text", ["D"], ["point"]),
  define("review.accept.e", "Accept what E has", "Review", "text", ["E"], ["point"]),
  define("review.accept.f", "Accept what F has", "Review", "text", ["F"], ["point"]),
  define("review.accept.g", "Accept what G has", "Review", "text", ["Shift+G"], ["point"]),
  define("review.accept.h", "Accept what H has", "Review", "text", ["H"], ["point"]),
  define("review.both", "Accept all readings as defensible", "Review", "text", ["K"], ["point"]),
  define("review.fix", "Correct it: borders, label, attributes", "Review", "text", ["Enter"], ["point"]),
  define("review.reject", "Reject, with a reason", "Review", "text", ["R"], ["point"]),
  define("review.nothing", "Nothing belongs here", "Review", "text", ["O"], ["point"]),
  define("review.unanimous", "Accept all on which everybody agrees", "Review", "text", ["Shift+A"]),
  define("review.view", "Show another set in the text", "Review", "text", ["V"]),
  define("review.return", "Send a set back to its annotator", "Review", "text", ["Shift+R"]),
  define("review.finish", "Accept the document as gold", "Review", "always", ["Mod+Enter"]),
] as const;
