/** How WeChat's built-in components look before any WXSS, and the frame around the page. */
export const baseStyles = `
html, body { margin: 0; height: 100%; font-family: -apple-system, "PingFang SC", "Noto Sans CJK SC", sans-serif; }
body { line-height: 1.4; overflow: hidden; }
wx-view, wx-form, wx-scroll-view, wx-swiper, wx-swiper-item, wx-radio-group, wx-checkbox-group, wx-picker, wx-navigator,
wx-rich-text, wx-progress, wx-slider, wx-root-portal, wx-map, wx-video, wx-cover-view { display: block; }
wx-text, wx-label, wx-radio, wx-checkbox, wx-switch, wx-icon { display: inline; }
wx-text { white-space: pre-wrap; }
wx-view[hidden], wx-text[hidden], wx-button[hidden], wx-image[hidden] { display: none; }
wx-image { display: inline-block; width: 320px; height: 240px; overflow: hidden; }
wx-image > img { width: 100%; height: 100%; }
wx-scroll-view { -webkit-overflow-scrolling: touch; }
wx-swiper { height: 150px; overflow-x: auto; white-space: nowrap; scroll-snap-type: x mandatory; }
wx-swiper-item { display: inline-block; width: 100%; height: 100%; scroll-snap-align: start; }
wx-map, wx-video { width: 300px; height: 150px; background: #ddd; }
wx-input { display: block; height: 1.4em; min-height: 1.4em; overflow: hidden; }
wx-textarea { display: block; width: 300px; height: 150px; }
wx-input > input, wx-textarea > textarea { width: 100%; height: 100%; box-sizing: border-box; border: 0; outline: 0; padding: 0;
  margin: 0; font: inherit; color: inherit; text-align: inherit; background: transparent; resize: none; }
wx-button { position: relative; display: block; margin-left: auto; margin-right: auto; padding-left: 14px; padding-right: 14px;
  box-sizing: border-box; font-size: 18px; text-align: center; line-height: 2.55555556; border-radius: 5px; overflow: hidden;
  color: #000; background-color: #f8f8f8; }
wx-button[type=primary] { color: #fff; background-color: #1aad19; }
wx-button[type=warn] { color: #fff; background-color: #e64340; }
wx-button[disabled] { color: rgba(0, 0, 0, .3); background-color: #f7f7f7; }
wx-button[size=mini] { display: inline-block; line-height: 2.3; font-size: 13px; padding: 0 1.34em; }
.weapp-phone { position: fixed; inset: 0; display: flex; flex-direction: column; }
.weapp-bar { flex: none; position: relative; height: 44px; padding-top: 47px; text-align: center; font: 600 17px/44px sans-serif; z-index: 5; }
.weapp-back { position: absolute; left: 16px; bottom: 0; font-size: 26px; }
.weapp-pages { flex: 1; position: relative; min-height: 0; transform: translateZ(0); }
.weapp-page { position: absolute; inset: 0; overflow-y: auto; }
.weapp-tabs { flex: none; display: flex; height: 50px; padding-bottom: 34px; border-top: 1px solid #eee; background: #fff; z-index: 5; }
.weapp-tab { flex: 1; text-align: center; font: 12px/50px sans-serif; color: #666; }
.weapp-tab.chosen { color: #0f766e; }
.weapp-capsule { position: fixed; right: 7px; top: 51px; width: 87px; height: 32px; box-sizing: border-box; border: 1px solid rgba(0, 0, 0, .15);
  border-radius: 16px; background: rgba(255, 255, 255, .8); color: #000; text-align: center; font: 14px/30px sans-serif; z-index: 6; pointer-events: none; }
.weapp-over:empty { display: none; }
.weapp-toast { position: fixed; left: 50%; top: 45%; transform: translate(-50%, -50%); background: rgba(17, 17, 17, .8); color: #fff;
  border-radius: 8px; padding: 12px 20px; z-index: 99; font-size: 15px; pointer-events: none; }
.weapp-mask { position: fixed; inset: 0; background: rgba(0, 0, 0, .5); z-index: 98; display: flex; align-items: center; justify-content: center; }
.weapp-box { width: 300px; padding-top: 20px; background: #fff; color: #000; border-radius: 12px; text-align: center; }
.weapp-box-title { font-weight: 600; }
.weapp-box-content { margin: 8px 20px 20px; color: #666; white-space: pre-wrap; }
.weapp-box-button { padding: 12px; border-top: 1px solid #eee; }
`;
