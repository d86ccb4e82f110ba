/** Permissions in words, after the display names of Microsoft's permissions reference. */
const english: Readonly<Record<string, string>> = {
  "User.Read": "Sign you in and read your profile",
  "User.ReadBasic.All": "Read the basic profiles of all people",
  "User.Read.All": "Read the full profiles of all people",
  "People.Read": "Read your list of relevant people",
  "Sites.Selected": "Use the SharePoint sites it has been admitted to",
  "Sites.Read.All": "Read items in all site collections you can read",
  "Sites.ReadWrite.All": "Edit items in all site collections you can edit",
  "Sites.Manage.All": "Create and edit lists in all your site collections",
  "Sites.FullControl.All": "Have full control of all your site collections",
  "Team.ReadBasic.All": "Read the names of your teams",
  "Channel.ReadBasic.All": "Read the names of the channels of your teams",
  "ChannelMessage.Send": "Send messages to channels for you",
  "ChatMessage.Send": "Send chat messages for you",
  "GroupMember.ReadBasic.All": "Read who belongs to which group",
  "GroupMember.Read.All": "Read the members of groups",
  "Group.ReadWrite.All": "Read and change all groups",
  "TeamsActivity.Send": "Send notifications to people for you",
  "Mail.Send": "Send mail for you",
  "Calendars.ReadWrite": "Read and change your calendars",
  "Tasks.ReadWrite": "Read and change your tasks",
  openid: "Sign you in",
  profile: "Read your name",
  email: "Read your mail address",
  offline_access: "Keep access while you are away",
};

const german: Readonly<Record<string, string>> = {
  "User.Read": "Dich anmelden und dein Profil lesen",
  "User.ReadBasic.All": "Grundlegende Profile aller Personen lesen",
  "Sites.Selected": "Die SharePoint-Websites benutzen, für die sie zugelassen wurde",
  "Sites.Read.All": "Elemente in allen Websites lesen, die du lesen darfst",
  "Sites.ReadWrite.All": "Elemente in allen Websites bearbeiten, die du bearbeiten darfst",
  "Sites.Manage.All": "Listen in all deinen Websites anlegen und ändern",
  "Sites.FullControl.All": "All deine Websites uneingeschränkt verwalten",
  "Team.ReadBasic.All": "Die Namen deiner Teams lesen",
  "Channel.ReadBasic.All": "Die Namen der Kanäle deiner Teams lesen",
  "ChannelMessage.Send": "In deinem Namen Nachrichten in Kanäle schreiben",
  "TeamsActivity.Send": "In deinem Namen Benachrichtigungen senden",
};

const arabic: Readonly<Record<string, string>> = {
  "User.Read": "تسجيل دخولك وقراءة ملفك الشخصي",
  "User.ReadBasic.All": "قراءة الملفات الأساسية لجميع الأشخاص",
  "Sites.Selected": "استخدام مواقع SharePoint التي سُمح له بها",
  "Sites.ReadWrite.All": "تحرير العناصر في جميع المواقع التي يمكنك تحريرها",
  "Sites.Manage.All": "إنشاء القوائم وتحريرها في جميع مواقعك",
  "Team.ReadBasic.All": "قراءة أسماء فرقك",
  "Channel.ReadBasic.All": "قراءة أسماء قنوات فرقك",
  "ChannelMessage.Send": "إرسال رسائل إلى القنوات نيابة عنك",
  "TeamsActivity.Send": "إرسال إشعارات نيابة عنك",
};

const bare = (scope: string): string => scope.replace(/^https:\/\/graph\.microsoft\.com\//, "");

/** What a permission allows, in words: ours in the language, else what the sign-in calls it, else its name. */
export const scopeInWords = (scope: string, locale: string, title?: string): string => {
  const name = bare(scope);
  const translated = locale.startsWith("de") ? german[name] : locale.startsWith("ar") ? arabic[name] : undefined;
  return translated ?? title ?? english[name] ?? name;
};
