using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Analysis.Views;
using Mesh.Sdk.Kafka.Settings;

namespace Mesh.Sdk.Kafka.Analysis.Settings;

/// <summary>An interval is that of something that is on.</summary>
internal sealed class IntervalIsUsed : Rule<OwnedSetting>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH5304",
        DiagnosticSeverity.Warning,
        "The setting '{1}' of '{0}' has no effect, as '{2}' is off.",
        "Switch '{2}' on, or take the interval away.");

    public override void Check(OwnedSetting value, Place place)
    {
        const string Interval = ".interval.seconds";
        if (value.IsOfFlow && value.Name.EndsWith(Interval, StringComparison.Ordinal))
        {
            string name = value.Name[..^Interval.Length] + ".enabled";
            MirrorSetting? setting = MirrorSettings.Find(name).FirstOrDefault(s => s.Connector != MirrorConnector.Dedicated);
            string isEnabled = value.Owned.TryGetValue(name, out SettingValue? set) ? set.Before : setting?.Default ?? "true";
            if (SettingText.Trim(isEnabled).Equals("false", StringComparison.OrdinalIgnoreCase))
            {
                place.Report(Descriptor, value.Owner, value.Name, name);
            }
        }
    }
}
