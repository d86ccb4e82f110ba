import {
  Avatar,
  Button,
  makeStyles,
  Persona,
  Popover,
  PopoverSurface,
  PopoverTrigger,
} from "@fluentui/react-components";
import { useShell, useTexts } from "./useShell.ts";

const useStyles = makeStyles({ button: { minWidth: "auto", paddingInline: "4px" } });

export const AccountButton = () => {
  const styles = useStyles();
  const texts = useTexts();
  const { user } = useShell().session;
  return (
    <Popover withArrow trapFocus={false}>
      <PopoverTrigger disableButtonEnhancement>
        <Button appearance="transparent" className={styles.button} aria-label={texts.account(user.displayName)}>
          <Avatar name={user.displayName} color="colorful" size={32} aria-hidden />
        </Button>
      </PopoverTrigger>
      <PopoverSurface aria-label={texts.account(user.displayName)}>
        <Persona
          name={user.displayName}
          secondaryText={user.jobTitle}
          tertiaryText={user.userPrincipalName}
          avatar={{ color: "colorful" }}
          size="extra-large"
        />
      </PopoverSurface>
    </Popover>
  );
};
