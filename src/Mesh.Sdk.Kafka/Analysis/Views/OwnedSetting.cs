using Mesh.Sdk.Kafka.Settings;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Analysis.Views;

/// <summary>A setting of a flow or a cluster.</summary>
/// <param name="Owner">The flow or the alias, for messages.</param>
/// <param name="Name">Name of the setting.</param>
/// <param name="Value">Its value.</param>
/// <param name="Owned">All settings beside it.</param>
/// <param name="IsOfFlow">Whether a flow has it, and not a cluster.</param>
/// <param name="Engine">What runs MirrorMaker.</param>
internal readonly record struct OwnedSetting(
    string Owner, string Name, SettingValue Value, EquatableMap<SettingValue> Owned, bool IsOfFlow, MirrorMakerEngine? Engine);
