using System.Text.Json;
using Mesh.Sdk.Codegen.Input;
using Mesh.Sdk.Codegen.Output;
using YamlDotNet.RepresentationModel;

namespace Mesh.Sdk.Codegen.MirrorMaker;

/// <summary>Turns the list of MirrorMaker's settings into a catalogue and into typed names.</summary>
public static class SettingsGenerator
{
    /// <summary>Folder of the files, relative to the repository.</summary>
    public const string Folder = "src/Mesh.Sdk.Kafka/Settings/Generated";

    private const string Namespace = "Mesh.Sdk.Kafka.Settings";

    /// <summary>Generates the files.</summary>
    public static IEnumerable<GeneratedFile> Generate(Workspace workspace)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(workspace.Shared, "vectors/mm2/configs.json")));
        YamlMappingNode table = YamlNodes.Documents(Path.Combine(workspace.Root, "eng/Mesh.Sdk.Codegen/Tables/mirror-maker-descriptions.yaml")).Single();
        Dictionary<string, string> descriptions = table.Entries().ToDictionary(e => e.Item1, e => ((YamlScalarNode)e.Item2).Value!, StringComparer.Ordinal);
        IReadOnlyList<SettingFacts> settings = SettingFacts.Read(document.RootElement, descriptions);
        return
        [
            new($"{Folder}/MirrorSettingCatalog.g.cs", CatalogEmitter.Emit(Namespace, settings, document.RootElement.GetProperty("removed"))),
            Keys("ConnectorSettings", "Settings of the three connectors of a flow.", settings.Where(s => s.Connector != "dedicated")),
            Keys("WorkerSettings", "Settings of the Connect workers that write to a cluster.", settings.Where(s => s.Scope == "worker")),
            Keys("DriverSettings", "Settings of the process of dedicated mode.", settings.Where(s => s.Scope == "driver")),
        ];
    }

    private static GeneratedFile Keys(string name, string summary, IEnumerable<SettingFacts> settings)
    {
        SourceText text = SourceText.File(Namespace);
        Documentation.Summary(text, summary);
        text.Open($"public static class {name}");
        foreach (IGrouping<string, SettingFacts> readers in settings.Where(s => s.IsPlain).GroupBy(s => s.PlainName))
        {
            SettingFacts setting = readers.First();
            text.Blank();
            Documentation.Summary(text, $"Gets <c>{setting.PlainName}</c>. {Escape(setting.Description)}");
            string value = setting.Default is { } text0 ? (text0.Length == 0 ? "Empty by default." : $"<c>{Escape(text0)}</c> by default.") : "No default.";
            text.Line($"/// <value>{value}{(setting.Since is { } since ? $" Since Kafka {since}." : "")}</value>");
            text.Line($"public static SettingKey<{setting.ValueType}> {Identifier(setting.PlainName)} {{ get; }} = SettingKeys.{setting.Method}(\"{setting.PlainName}\");");
        }

        text.Close();
        return new($"{Folder}/{name}.g.cs", text.ToString());
    }

    private static string Identifier(string name) =>
        string.Concat(name.Split('.', '-').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));

    private static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
