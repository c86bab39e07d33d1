using System.Globalization;

namespace Mesh.Sdk.Kafka.Settings;

/// <summary>How values of each type are written.</summary>
internal static class SettingKeys
{
    public static SettingKey<string> Text(string name) => new(name, SettingValue.Of);

    public static SettingKey<IEnumerable<string>> List(string name) => new(name, items => SettingValue.Of(string.Join(',', items)));

    public static SettingKey<bool> Switch(string name) => new(name, value => SettingValue.Of(value ? "true" : "false"));

    public static SettingKey<int> Int(string name) => new(name, value => SettingValue.Of(value.ToString(CultureInfo.InvariantCulture)));

    public static SettingKey<long> Long(string name) => new(name, value => SettingValue.Of(value.ToString(CultureInfo.InvariantCulture)));

    public static SettingKey<double> Double(string name) => new(name, value => SettingValue.Of(value.ToString(CultureInfo.InvariantCulture)));

    public static SettingKey<SecretReference> Secret(string name) => new(name, SettingValue.Of);

    public static SettingKey<TimeSpan> Milliseconds(string name) => new(name, value => Units(value, TimeSpan.TicksPerMillisecond));

    public static SettingKey<TimeSpan> Seconds(string name) => new(name, value => Units(value, TimeSpan.TicksPerSecond));

    // A part of a unit is written as such, so that the check of the definition refuses it instead of rounding it away.
    private static SettingValue Units(TimeSpan value, long ticks) =>
        SettingValue.Of(((decimal)value.Ticks / ticks).ToString("0.#######", CultureInfo.InvariantCulture));
}
