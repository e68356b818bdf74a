/**
 * The header in which a page names the person it works for. Work that waited in the browser is then never stored as
 * somebody else's who has signed in there since; the answer is 401.
 */
export const ACTING_USER = "triptych-user";
