import {
  Image,
  makeStyles,
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  ToolbarButton,
  Toolbar,
  ToolbarDivider,
  tokens,
  Tooltip,
} from "@fluentui/react-components";
import { AppGenericRegular } from "@fluentui/react-icons";
import type { JSX } from "react";
import type { AddinCommand, AddinGroup } from "./manifest.ts";

/** State of the add-in's controls and what pressing one does. */
export interface AddinControls {
  readonly isTabVisible: (tabId: string) => boolean;
  readonly isVisible: (command: AddinCommand) => boolean;
  readonly isEnabled: (command: AddinCommand) => boolean;
  readonly run: (command: AddinCommand) => void;
}

const useStyles = makeStyles({
  toolbar: { padding: 0, flexShrink: 0 },
  button: { whiteSpace: "nowrap", minWidth: 0, fontWeight: tokens.fontWeightRegular },
  tip: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXS },
});

const Icon = ({ url }: { readonly url: string | undefined }): JSX.Element =>
  url === undefined ? <AppGenericRegular /> : <Image src={url} width={20} height={20} alt="" />;

interface CommandProps {
  readonly command: AddinCommand;
  readonly controls: AddinControls;
}

const MenuCommand = ({ command, controls }: CommandProps): JSX.Element => {
  const styles = useStyles();
  const items = command.kind.type === "menu" ? command.kind.items : [];
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          appearance="subtle"
          size="small"
          className={styles.button}
          disabled={!controls.isEnabled(command)}
          icon={<Icon url={command.iconUrl} />}
        >
          {command.label}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {items.filter(controls.isVisible).map((item) => (
            <MenuItem key={item.id} disabled={!controls.isEnabled(item)} onClick={() => controls.run(item)}>
              {item.label}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
};

const Command = ({ command, controls }: CommandProps): JSX.Element => {
  const styles = useStyles();
  if (command.kind.type === "menu") return <MenuCommand command={command} controls={controls} />;
  const tip = (
    <span className={styles.tip}>
      <b>{command.tip.title}</b>
      {command.tip.description !== "" && <span>{command.tip.description}</span>}
    </span>
  );
  return (
    <Tooltip relationship="description" content={tip}>
      <ToolbarButton
        className={styles.button}
        disabled={!controls.isEnabled(command)}
        icon={<Icon url={command.iconUrl} />}
        onClick={() => controls.run(command)}
      >
        {command.label}
      </ToolbarButton>
    </Tooltip>
  );
};

interface AddinGroupsProps {
  readonly groups: readonly AddinGroup[];
  readonly controls: AddinControls;
}

/** The buttons that the add-in's manifest asks for. */
export const AddinGroups = ({ groups, controls }: AddinGroupsProps): JSX.Element => {
  const styles = useStyles();
  return (
    <>
      {groups.map((group) => (
        <Toolbar key={group.id} size="small" aria-label={group.label} className={styles.toolbar}>
          <ToolbarDivider />
          {group.commands.filter(controls.isVisible).map((command) => (
            <Command key={command.id} command={command} controls={controls} />
          ))}
        </Toolbar>
      ))}
    </>
  );
};
