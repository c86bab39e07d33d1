namespace Mesh.Sdk.Analysis.Upgrade.Steps;

/// <summary>The port of a destination could be given by its name, which only the Service can tell the number of.</summary>
internal sealed class DestinationPortName : IUpgradeStep
{
    private static readonly string[] Protocols = ["http", "tls", "tcp"];

    public void Apply(UpgradedObject upgraded)
    {
        if (!upgraded.Is("networking.istio.io", "VirtualService"))
        {
            return;
        }

        foreach (string route in Protocols.SelectMany(protocol => upgraded.Items($"spec.{protocol}")))
        {
            foreach (string destination in upgraded.Items($"{route}.route").Select(item => $"{item}.destination").Append($"{route}.mirror"))
            {
                if (upgraded.Find($"{destination}.port.name")?.Text is { } name)
                {
                    upgraded.Report(UpgradeDiagnostics.PortName, $"{destination}.port.name", upgraded.Find($"{destination}.host")?.Text, name);
                }
            }
        }
    }
}
