/**
 * Where the addresses of people end who are known only from an archive: they have done work, and cannot sign in.
 * RFC 2606 keeps `.invalid` from ever being anybody's.
 */
export const ABSENT_DOMAIN = "archive.invalid";
