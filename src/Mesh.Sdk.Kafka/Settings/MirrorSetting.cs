namespace Mesh.Sdk.Kafka.Settings;

/// <summary>The facts of one setting as one reader defines it. Source: Apache Kafka, the <c>ConfigDef</c> of that reader.</summary>
public sealed record MirrorSetting
{
    /// <summary>Gets who reads it.</summary>
    public required MirrorConnector Connector { get; init; }

    /// <summary>Gets its name; in a property file <c>{alias}</c>, <c>{source}</c> and <c>{target}</c> stand for aliases.</summary>
    public required string Name { get; init; }

    /// <summary>Gets its type.</summary>
    public required SettingType Type { get; init; }

    /// <summary>Gets the default as a configuration writes it; <see langword="null"/> if there is none.</summary>
    public string? Default { get; init; }

    /// <summary>Gets whether it has to be there.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Gets which values it takes; <see langword="null"/> if any of its type.</summary>
    public SettingValues? ValidValues { get; init; }

    /// <summary>Gets how much it matters.</summary>
    public required SettingImportance Importance { get; init; }

    /// <summary>Gets the release of Kafka that brought it; <see langword="null"/> if that is not known.</summary>
    public string? Since { get; init; }

    /// <summary>Gets what it is about.</summary>
    public required SettingScope Scope { get; init; }

    /// <summary>Gets whether the connector itself defines it, and so the top level of a property file passes it on; <see langword="null"/> if no connector reads it.</summary>
    public bool? IsKeptAtTopLevel { get; init; }

    /// <summary>Gets what it does, in one sentence.</summary>
    public required string Description { get; init; }

    /// <summary>Returns what is wrong with a value, as the end of a sentence; <see langword="null"/> if nothing is. Never repeats the value of a secret.</summary>
    public string? FindProblem(string value) => SettingParsing.FindProblem(this, value);
}
