using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Analysis.Views;
using Mesh.Sdk.Kafka.Replication.Checks;
using Mesh.Sdk.Kafka.Settings;

namespace Mesh.Sdk.Kafka.Analysis.Settings;

/// <summary>A value that looks like a secret is kept elsewhere.</summary>
internal sealed class ValueLooksPublic : Rule<OwnedSetting>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH5306",
        DiagnosticSeverity.Warning,
        "The setting '{1}' of '{0}' looks like a secret and stands there in plain text.",
        "Keep the secret elsewhere and refer to it, or suppress the finding if it is none.");

    public override void Check(OwnedSetting value, Place place)
    {
        if (value.Value.Text is { Length: > 0 } text && (SecretLook.IsName(value.Name) || SecretLook.HasUserInfo(text))
            && !SettingChecks.IsSecretByName(value.Name) && !MirrorSettings.Find(value.Name).Any())
        {
            place.Report(Descriptor, value.Owner, value.Name);
        }
    }
}
