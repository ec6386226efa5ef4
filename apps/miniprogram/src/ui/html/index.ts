/** Only re-exports: Taro's build cuts what no page uses out of the module that stands for `@tarojs/components`. */
export { Canvas } from './canvas';
export {
  Button,
  Image,
  Input,
  Label,
  Picker,
  PullDownRefresh,
  ScrollView,
  Text,
  Textarea,
  Video,
  View,
} from './elements';
