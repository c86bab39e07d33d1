using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Settings;

/// <summary>Which values a setting takes.</summary>
public sealed record SettingValues
{
    /// <summary>Gets the texts that are taken; unset if they are not a closed set.</summary>
    public EquatableList<string> In { get; init; }

    /// <summary>Gets whether capitals do not matter.</summary>
    public bool IsCaseInsensitive { get; init; }

    /// <summary>Gets the least number.</summary>
    public double? Min { get; init; }

    /// <summary>Gets the greatest number.</summary>
    public double? Max { get; init; }

    /// <summary>Gets a rule in words.</summary>
    public string? Rule { get; init; }

    /// <summary>Gets what else is to be known.</summary>
    public string? Note { get; init; }
}
