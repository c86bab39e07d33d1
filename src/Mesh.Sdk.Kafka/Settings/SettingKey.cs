namespace Mesh.Sdk.Kafka.Settings;

/// <summary>The name of a setting and the type of its value. Kafka's defaults and limits stand in <see cref="MirrorSettings"/>.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
public sealed class SettingKey<T>
{
    private readonly Func<T, SettingValue> _write;

    internal SettingKey(string name, Func<T, SettingValue> write) => (Name, _write) = (name, write);

    /// <summary>Gets the name as a configuration has it.</summary>
    public string Name { get; }

    /// <summary>Returns the name.</summary>
    public override string ToString() => Name;

    internal SettingValue Write(T value) => _write(value);
}
