import { ChatRegular } from "@fluentui/react-icons";
import { ActivityFeed } from "./ActivityFeed.tsx";
import { EmptyState } from "./EmptyState.tsx";
import { PersonalApp } from "./PersonalApp.tsx";
import { TeamsView } from "./TeamsView.tsx";
import { useShellState, useTexts } from "./useShell.ts";

const ChatNotice = () => {
  const texts = useTexts();
  return <EmptyState icon={<ChatRegular />} title={texts.chatTitle} text={texts.chatText} />;
};

export const PlaceView = () => {
  const place = useShellState((state) => state.place);
  switch (place.kind) {
    case "activity":
      return <ActivityFeed />;
    case "chat":
      return <ChatNotice />;
    case "app":
      return <PersonalApp entityId={place.entityId} />;
    case "teams":
    case "channel":
      return <TeamsView place={place} />;
  }
};
