using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Connect;

/// <summary>What a worker finds in the configuration of a connector.</summary>
/// <param name="ErrorCount">Number of errors.</param>
/// <param name="Settings">The settings that the connector defines, and those with errors.</param>
public sealed record ConnectValidation(int ErrorCount, EquatableList<ConnectSettingValidation> Settings)
{
    /// <summary>Gets the settings with errors.</summary>
    public IEnumerable<ConnectSettingValidation> Invalid => Settings.Where(s => s.Errors.Count > 0);

    /// <summary>Returns the number of errors.</summary>
    public override string ToString() => $"{ErrorCount} errors";
}
