import {
  Button,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Tooltip,
} from "@fluentui/react-components";
import { DocumentTextRegular, MoreHorizontalRegular } from "@fluentui/react-icons";
import type { ShellTheme } from "../../wire.ts";
import { locales } from "./texts.ts";
import { useLocale, useShell, useShellState, useTexts } from "./useShell.ts";

const isTheme = (value: string | undefined): value is ShellTheme =>
  value === "default" || value === "dark" || value === "contrast";

export const SettingsMenu = () => {
  const texts = useTexts();
  const shell = useShell();
  const theme = useShellState((state) => state.theme);
  const locale = useLocale();
  return (
    <Menu
      checkedValues={{ theme: [theme], locale: [locale] }}
      onCheckedValueChange={(_event, { name, checkedItems: [value] }) => {
        if (name === "theme" && isTheme(value)) shell.setTheme(value);
        if (name === "locale" && value !== undefined) shell.setLocale(value);
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Tooltip content={texts.settings} relationship="label">
          <Button appearance="subtle" icon={<MoreHorizontalRegular />} />
        </Tooltip>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuGroup>
            <MenuGroupHeader>{texts.theme}</MenuGroupHeader>
            <MenuItemRadio name="theme" value="default">
              {texts.themeDefault}
            </MenuItemRadio>
            <MenuItemRadio name="theme" value="dark">
              {texts.themeDark}
            </MenuItemRadio>
            <MenuItemRadio name="theme" value="contrast">
              {texts.themeContrast}
            </MenuItemRadio>
          </MenuGroup>
          <MenuDivider />
          <MenuGroup>
            <MenuGroupHeader>{texts.language}</MenuGroupHeader>
            {locales.map(({ tag, name }) => (
              <MenuItemRadio key={tag} name="locale" value={tag} lang={tag}>
                {name}
              </MenuItemRadio>
            ))}
          </MenuGroup>
          <MenuDivider />
          <MenuItem icon={<DocumentTextRegular />} onClick={() => shell.setLogOpen(true)}>
            {texts.protocolLog}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
};
