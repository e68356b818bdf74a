"use client";

import { Ellipsis, PenLine, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuSeparator } from "@/components/ui/menu";
import { MenuItem } from "@/components/ui/menu-item";
import { showToast } from "@/components/ui/show-toast";
import { callApi } from "@/lib/client/api/call-api";
import { restoreAndTell, type RestoreDocument } from "./restore-and-tell";

export interface DocumentMenuProps {
  readonly projectId: string;
  readonly documentId: string;
  readonly title: string;
  readonly restore: RestoreDocument;
}

/** What a manager can do with one document of the list. Moving to the trash is undone by the toast it shows. */
export function DocumentMenu({ projectId, documentId, title, restore }: DocumentMenuProps) {
  const router = useRouter();
  const path = `/projects/${projectId}/documents/${documentId}` as const;

  const trash = async () => {
    const answer = await callApi({ method: "DELETE", path });
    if (!answer.ok)
      return void showToast({
        tone: "danger",
        title: "Not moved to the trash",
        description: answer.problem.message,
      });
    router.refresh();
    showToast({
      title: "Moved to the trash",
      description: title,
      action: {
        label: "Undo",
        onPress: () => void undo(),
      },
    });
  };

  const undo = async () => {
    if (await restoreAndTell(restore({ projectId, documentId }), title)) router.refresh();
  };

  return (
    <Menu
      label={`Actions for ${title}`}
      placement="bottom end"
      trigger={<IconButton icon={Ellipsis} label={`Actions for ${title}`} size="small" />}
    >
      <MenuItem icon={PenLine} href={`${path}/annotate`}>
        Annotate
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={Trash2} tone="danger" onAction={() => void trash()}>
        Move to trash
      </MenuItem>
    </Menu>
  );
}
