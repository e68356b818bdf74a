/** Generates the Prisma client if it is not fresh; says whether anything had to be made. */
export function generateClient(): Promise<boolean>;
