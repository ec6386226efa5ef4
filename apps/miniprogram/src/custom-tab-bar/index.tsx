/** WeChat asks for this component when the tab bar is ours. Ours is part of each page (ui/tab-bar), where themes reach it. */
export default function CustomTabBar() {
  return null;
}
