"use client";

import { KeyRound } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { Table, TableCell, TableHeadCell, TableRow } from "@/components/ui/table";
import { TimeAgo } from "@/components/ui/time-ago";
import type { TokenView } from "@/lib/contracts/account";
import type { ActionResult } from "@/lib/contracts/action-result";
import { SCOPE_WORDS } from "./token-scopes";

export interface TokenTableProps {
  readonly tokens: readonly TokenView[];
  /** ISO 8601: what has run out by then. */
  readonly now: string;
  readonly onRevoke: (input: { readonly tokenId: string }) => Promise<ActionResult<unknown>>;
}

export function TokenTable({ tokens, now, onRevoke }: TokenTableProps) {
  const router = useRouter();
  const [revoking, setRevoking] = useState<TokenView | null>(null);
  if (tokens.length === 0) {
    return (
      <EmptyState icon={KeyRound} title="No tokens yet">
        Make one to fetch exports with curl or a script of yours.
      </EmptyState>
    );
  }
  const revoke = async ({ id }: TokenView) => {
    const revoked = await onRevoke({ tokenId: id });
    if (!revoked.ok && revoked.code !== "not_found") throw new Error(revoked.message);
    router.refresh();
  };
  return (
    <Panel>
      <Table label="API tokens">
        <thead>
          <tr>
            <TableHeadCell>Name</TableHeadCell>
            <TableHeadCell>Project</TableHeadCell>
            <TableHeadCell>May</TableHeadCell>
            <TableHeadCell>Last used</TableHeadCell>
            <TableHeadCell>Expires</TableHeadCell>
            <TableHeadCell>
              <span className="sr-only">Revoke</span>
            </TableHeadCell>
          </tr>
        </thead>
        <tbody>
          {tokens.map((token) => (
            <TableRow key={token.id}>
              <TableCell isRowHeader>{token.name}</TableCell>
              <TableCell>{token.project?.name ?? "All of yours"}</TableCell>
              <TableCell>
                {token.scopes.length === 0
                  ? "All that you may"
                  : token.scopes.map((scope) => SCOPE_WORDS[scope].name).join(", ")}
              </TableCell>
              <TableCell>{token.lastUsedAt === null ? "Never" : <TimeAgo at={token.lastUsedAt} />}</TableCell>
              <TableCell>
                <Expiry expiresAt={token.expiresAt} now={now} />
              </TableCell>
              <TableCell align="end">
                <Button
                  size="small"
                  variant="plain"
                  aria-label={`Revoke ${token.name}…`}
                  onPress={() => setRevoking(token)}
                >
                  Revoke…
                </Button>
              </TableCell>
            </TableRow>
          ))}
        </tbody>
      </Table>
      {revoking !== null && (
        <ConfirmDialog
          title={`Revoke the token ${revoking.name}?`}
          confirmLabel="Revoke"
          isOpen
          onOpenChange={(isOpen) => {
            if (!isOpen) setRevoking(null);
          }}
          onConfirm={() => revoke(revoking)}
        >
          Whatever uses it stops working at once. This cannot be undone.
        </ConfirmDialog>
      )}
    </Panel>
  );
}

function Expiry({ expiresAt, now }: { readonly expiresAt: string | null; readonly now: string }) {
  if (expiresAt === null) return "Never";
  return expiresAt <= now ? (
    <Badge tone="warn">expired</Badge>
  ) : (
    <time dateTime={expiresAt}>{DAY.format(new Date(expiresAt))}</time>
  );
}

const DAY = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" });
