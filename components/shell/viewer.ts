import type { UserId } from "@/lib/core/ids";

/** Who is looking, as far as the frame of the page shows it. */
export interface Viewer {
  readonly id: UserId;
  readonly name: string;
  readonly email: string;
  /** Whether they look after the accounts of the installation. */
  readonly isAdmin: boolean;
}
