/** The last migration that this version knows; a test holds it to the folder `prisma/migrations`. */
export const SCHEMA_VERSION = "20261122000001_rules";
