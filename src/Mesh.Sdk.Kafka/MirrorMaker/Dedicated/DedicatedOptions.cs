using Mesh.Sdk.Kafka.Settings;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.MirrorMaker.Dedicated;

/// <summary>How a topology becomes a property file.</summary>
public sealed record DedicatedOptions
{
    /// <summary>Gets what looks secrets up. By default folders below <c>/etc/kafka/secrets</c>.</summary>
    public SecretProvider Secrets { get; init; } = SecretProvider.Directories;

    /// <summary>
    /// Gets settings of the process by name. Several processes per target need <c>dedicated.mode.enable.internal.rest</c> and listeners;
    /// flows that write exactly once switch it on by themselves.
    /// </summary>
    public EquatableMap<SettingValue> Driver { get; init; } = [];

    /// <summary>Returns the options with a setting of the process.</summary>
    /// <param name="setting">One of <see cref="DriverSettings"/>.</param>
    /// <param name="value">Value.</param>
    /// <exception cref="ArgumentException">The setting follows from the topology or from <see cref="Secrets"/>.</exception>
    public DedicatedOptions With<T>(SettingKey<T> setting, T value)
    {
        ArgumentNullException.ThrowIfNull(setting);
        return setting.Name is "clusters" or "config.providers"
            ? throw new ArgumentException($"'{setting.Name}' follows from the topology.", nameof(setting))
            : this with { Driver = Driver.With(setting.Name, setting.Write(value)) };
    }
}
