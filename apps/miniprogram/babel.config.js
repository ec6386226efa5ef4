/** Oldest phones we build for: iOS 12 and the Chrome 70 kernel of WeChat on Android. */
module.exports = {
  presets: [
    [
      'taro',
      {
        framework: 'react',
        ts: true,
        compiler: 'webpack5',
        useBuiltIns: false,
        targets: { ios: '12', chrome: '70' },
      },
    ],
  ],
};
