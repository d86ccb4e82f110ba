import {
  makeStyles,
  Menu,
  MenuButton,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Text,
  tokens,
} from "@fluentui/react-components";
import { TableRegular } from "@fluentui/react-icons";
import { useExcel } from "../screens/ExcelContext.ts";
import type { PlaceId, Tool } from "./tool.ts";

const useStyles = makeStyles({
  bar: { display: "flex", minWidth: 0 },
  button: { minWidth: 0, paddingInline: tokens.spacingHorizontalXS, fontWeight: tokens.fontWeightSemibold },
  item: { display: "flex", flexDirection: "column", minWidth: 0 },
  hint: { color: tokens.colorNeutralForeground3 },
});

export interface PlaceMenuProps {
  readonly place: PlaceId;
  readonly tools: readonly Tool[];
  readonly onGo: (place: PlaceId) => void;
}

/** Says where in the pane one is and leads to everything else in it. */
export const PlaceMenu = ({ place, tools, onGo }: PlaceMenuProps) => {
  const styles = useStyles();
  const { names, hints, choose } = useExcel().texts.places;
  const places = [{ id: "okrs" as const, icon: <TableRegular /> }, ...tools];
  return (
    <nav className={styles.bar} aria-label={choose}>
      <Menu checkedValues={{ place: [place] }}>
        <MenuTrigger disableButtonEnhancement>
          <MenuButton
            className={styles.button}
            appearance="subtle"
            icon={tools.find(({ id }) => id === place)?.icon ?? <TableRegular />}
          >
            {names[place]}
          </MenuButton>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {places.map(({ id, icon }) => (
              <MenuItemRadio key={id} name="place" value={id} icon={icon} onClick={() => onGo(id)}>
                <span className={styles.item}>
                  {names[id]}
                  <Text size={200} className={styles.hint}>
                    {hints[id]}
                  </Text>
                </span>
              </MenuItemRadio>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
    </nav>
  );
};
