import type { Permit } from "@/lib/core/access/rules";
import type { PersonRef, UserLine } from "@/lib/core/exchange/archive-line";
import type { UserId } from "@/lib/core/ids";
import { ABSENT_DOMAIN } from "@/lib/core/access/absent-person";
import { insertAbsentUser, usersByAddress } from "@/lib/db/archive-writer";
import type { Tx } from "@/lib/db/client";
import type { Context } from "../context";
import { archiveFault } from "./archive-fault";

/**
 * Who in this installation stands for the people of an archive. Under a pseudonym: somebody new who cannot sign in.
 * By address: the member of the project who has it, so that nobody can put words into the mouth of people who are not
 * in the project; an administrator may bring in others, too.
 */
export class ArchivePeople {
  readonly #ids = new Map<PersonRef, UserId>();

  constructor(
    private readonly ctx: Context,
    private readonly tx: Tx,
    private readonly permit: Permit<"project.archive">,
  ) {}

  async admit({ ref, name, email }: UserLine, line: number): Promise<void> {
    if (this.#ids.has(ref)) throw archiveFault(line, `The person ${ref} comes twice.`);
    this.#ids.set(
      ref,
      email === null ? await this.#invent(ref, name) : await this.#find(name ?? email, email, line),
    );
  }

  /** @throws AppError `invalid` for somebody whom the archive has not introduced. */
  idOf(ref: PersonRef, line: number): UserId {
    const id = this.#ids.get(ref);
    if (id === undefined) throw archiveFault(line, `Names a person ${ref} who has no line of their own.`);
    return id;
  }

  maybe(ref: PersonRef | null, line: number): UserId | null {
    return ref === null ? null : this.idOf(ref, line);
  }

  async #find(name: string, email: string, line: number): Promise<UserId> {
    const known = (await usersByAddress(this.tx, this.permit.projectId, [email])).get(email);
    const mayBringAnybody = this.ctx.actor.isAdmin && this.ctx.actor.limits === null;
    if (known !== undefined && (known.isMember || mayBringAnybody)) return known.id;
    if (!mayBringAnybody) {
      throw archiveFault(
        line,
        `Holds work of ${email}, who is no member of this project. Add them first, or use an archive with pseudonyms.`,
      );
    }
    return this.#insert(name, email);
  }

  async #invent(ref: PersonRef, name: string | null): Promise<UserId> {
    return this.#insert(name ?? ref, `${this.ctx.newId()}@${ABSENT_DOMAIN}`);
  }

  async #insert(name: string, email: string): Promise<UserId> {
    const id = this.ctx.newId<"user">();
    await insertAbsentUser(this.tx, this.permit, { id, name, email, at: this.ctx.now() });
    return id;
  }
}
