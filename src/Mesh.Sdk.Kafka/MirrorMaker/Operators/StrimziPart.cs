using System.Globalization;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.MirrorMaker.Operators;

/// <summary>A part of an object and where it stands.</summary>
internal sealed record StrimziPart(UntypedValue Tree, string Path)
{
    public StrimziPart? Field(string name) => Tree.Field(name) is { } field ? new(field, $"{Path}.{name}") : null;

    /// <summary>Returns the field <c>config</c> as the texts that Kafka is given.</summary>
    public SettingMap Config()
    {
        SettingMap config = [];
        foreach ((string name, UntypedValue value) in Tree.Field("config")?.Fields ?? default)
        {
            if ((value.Text ?? value.Number ?? value.Boolean?.ToString(CultureInfo.InvariantCulture).ToLowerInvariant()) is { } text)
            {
                config[name] = text;
            }
        }

        return config;
    }
}
